import QtQuick
import Anteroom.Screens
import "../controls"

// Asks a person who has not touched the screen for a while.
FocusScope {
    id: root

    property PatientShell shell: null

    focus: true
    anchors.fill: parent
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    Keys.onReturnPressed: root.shell.moreTime()
    Keys.onEnterPressed: root.shell.moreTime()

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapHandler {}
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.lowered ? parent.height - height - Theme.margin : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * Theme.margin, Theme.length(1000))
        height: column.implicitHeight + 2 * Theme.margin
        radius: Theme.tileRadius
        color: Theme.paper
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.line

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.margin
            spacing: Theme.length(36)

            Words {
                id: title

                width: parent.width
                text: qsTr("Do you need more time?")
                font.pixelSize: Theme.title
                font.weight: Theme.heavy
                lineHeight: Theme.titleLeading
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                text: qsTr("This screen clears itself in %n second(s).", "", root.shell?.secondsLeft ?? 0)
                color: Theme.softInk
                font.features: ({
                        "tnum": 1
                    })
            }

            BigButton {
                width: parent.width
                primary: true
                name: qsTr("Yes, more time")
                onAct: root.shell.moreTime()
            }

            BigButton {
                width: parent.width
                name: qsTr("No, I am done")
                onAct: root.shell.reset()
            }
        }
    }
}
