import QtQuick
import "../controls"

// A question in front of everything else; Escape is no.
FocusScope {
    id: root

    required property string title
    property string more: ""
    property string yesName: ""
    property string noName: ""
    property bool alert: false
    default property alias content: column.data

    signal yes
    signal no

    anchors.fill: parent
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title
    Keys.onEscapePressed: root.no()

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.staffMargin, Theme.length(860))
        height: column.implicitHeight + buttons.height + 3 * Theme.staffMargin
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: Theme.staffStroke
        border.color: Theme.line

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.staffMargin
            spacing: Theme.staffGap
            // A list that is opened in it stands before the buttons.
            z: 1

            Words {
                width: parent.width
                text: root.title
                font.pixelSize: Theme.staffTitle
                font.weight: Theme.heavy
                lineHeight: Theme.tightLeading
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: root.more
                color: Theme.softInk
                font.pixelSize: Theme.staffBody
            }
        }

        Row {
            id: buttons

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.staffMargin
            spacing: Theme.staffGap

            StaffButton {
                visible: root.noName !== ""
                name: root.noName
                keys: "Esc"
                onAct: root.no()
            }

            StaffButton {
                focus: true
                visible: root.yesName !== ""
                name: root.yesName
                primary: true
                onAct: root.yes()
            }
        }
    }
}
