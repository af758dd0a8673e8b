import QtQuick
import Anteroom.Screens
import "../controls"

// How the server is reached, in words, and who is signed in.
Rectangle {
    id: root

    required property StaffShell shell
    readonly property string sending: qsTr("%n to send", "", root.shell.pending)

    function status(): string {
        if (root.shell.alone)
            return qsTr("This machine works by itself");
        if (root.shell.percent >= 0)
            return qsTr("Fetching the clinic's records: %1 %").arg(root.shell.percent);
        if (root.shell.offline && root.shell.pending > 0)
            return qsTr("Working offline · %1 · since %2").arg(root.sending).arg(root.shell.offlineSince);
        if (root.shell.offline)
            return qsTr("Working offline · since %1").arg(root.shell.offlineSince);
        return root.shell.pending > 0 ? root.sending : qsTr("Connected");
    }

    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.staffStroke
        color: Theme.quietLine
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        width: line.implicitWidth + 2 * Theme.length(20)
        height: Theme.staffTarget
        radius: height / 2
        color: root.shell.offline ? Theme.warningGround : "transparent"
        border.width: root.shell.offline && Theme.highContrast ? Theme.staffStroke : 0
        border.color: Theme.warning

        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.length(12)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                text: root.shell.alone ? Icons.monitor : root.shell.offline ? Icons.cloudOff : Icons.cloud
                font.pixelSize: Theme.staffIcon
                color: root.shell.offline ? Theme.warning : Theme.good
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: root.status()
                color: root.shell.offline ? Theme.warning : Theme.softInk
                font.pixelSize: Theme.staffLabel
                font.weight: root.shell.offline ? Theme.semibold : Theme.regular
                wrapMode: Text.NoWrap
                lineHeight: Theme.tightLeading
            }
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.length(18)

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.shell.clock
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
            font.features: ({
                    "tnum": 1
                })
            wrapMode: Text.NoWrap
            lineHeight: Theme.tightLeading
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            text: Icons.userRound
            font.pixelSize: Theme.staffIcon
            color: Theme.ink
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width * 0.3)
            text: root.shell.memberName
            elide: Text.ElideRight
            font.pixelSize: Theme.staffBody
            font.weight: Theme.semibold
            wrapMode: Text.NoWrap
            lineHeight: Theme.tightLeading
        }
    }
}
