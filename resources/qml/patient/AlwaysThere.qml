import QtQuick
import Anteroom.Screens
import "../controls"

// What stands in the same place on every screen: easier to see and reach, a person to speak to, and the state of
// things in one line.
Item {
    id: root

    required property PatientShell shell
    property bool festive: false
    readonly property color ink: festive ? Theme.inkOnFestive : Theme.primary
    readonly property real room: width - 2 * Theme.margin

    height: Theme.bottom

    Quiet {
        id: ease

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin - (root.shell.home ? 0 : Theme.grid / 2)
        width: root.shell.home ? (parent.width - 2 * Theme.margin - Theme.gap) * 0.56 : Math.min(implicitWidth, root.room - Math.min(speak.implicitWidth, root.room / 2))
        height: Theme.bar
        framed: root.shell.home
        visible: !root.shell.easing && !root.shell.serving
        enabled: visible
        glyph: Icons.accessibility
        ink: root.ink
        name: qsTr("Easier to see and reach")
        fontSize: Theme.text(root.shell.home ? 33 : 30)
        onAct: root.shell.openEase()
    }

    Quiet {
        id: speak

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin - (root.shell.home ? 0 : Theme.grid / 2)
        width: root.shell.home ? (parent.width - 2 * Theme.margin - Theme.gap) * 0.44 : Math.min(implicitWidth, root.room - Math.min(ease.implicitWidth, root.room / 2))
        height: Theme.bar
        framed: root.shell.home
        visible: !root.shell.helping && !root.shell.serving
        enabled: visible
        glyph: root.shell.home ? Icons.handHelping : Icons.messageCircle
        ink: root.ink
        name: root.shell.home ? qsTr("Call for help") : qsTr("I'd rather speak to someone")
        fontSize: ease.fontSize
        onAct: root.shell.callForHelp()
    }

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.strip

        Icon {
            // Beside the words as they are drawn, which is smaller than they would like where the strip is narrow.
            anchors.right: line.left
            anchors.rightMargin: Theme.length(14) - (line.width - line.contentWidth) / 2
            anchors.verticalCenter: parent.verticalCenter
            visible: root.shell.offline && root.shell.percent < 0 && !root.shell.voiceless
            text: Icons.cloudOff
            font.pixelSize: Theme.note
            color: line.color
        }

        Words {
            id: line

            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.room)
            text: root.shell.percent >= 0 ? qsTr("This machine is being made ready: %1 %").arg(root.shell.percent) : root.shell.voiceless ? qsTr("This machine cannot read aloud in English") : root.shell.offline ? qsTr("Working offline – your place is safe") : root.shell.home && !(Theme.largerText && Theme.wide) ? qsTr("Only you and our staff see this. The screen clears itself after a minute.") : ""
            color: root.festive ? Theme.softInkOnFestive : Theme.softInk
            height: Theme.strip
            font.pixelSize: Theme.note
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.length(27)
            lineHeight: Theme.tightLeading
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
}
