import QtQuick
import Anteroom.Screens
import "../../controls"

// The doctor's next appointment that has not come yet, and how many come after it.
Rectangle {
    id: root

    required property DoctorScreen screen

    implicitHeight: coming.implicitHeight + 2 * Theme.length(22)
    radius: Theme.staffRadius
    color: Theme.paper
    border.width: Theme.highContrast ? Theme.staffStroke : 0
    border.color: Theme.line

    Column {
        id: coming

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.length(22)
        spacing: Theme.length(6)

        Words {
            width: parent.width
            text: root.screen.appointmentsLeft > 0 ? qsTr("Next appointment") : qsTr("No more appointments today")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }
        Words {
            width: parent.width
            text: root.screen.nextStarts === "" ? "" : root.screen.nextStarts + "  ·  " + root.screen.nextName
            visible: text !== ""
            font.pixelSize: Theme.staffBody
            font.weight: Theme.heavy
            wrapMode: Text.Wrap
        }
        Words {
            width: parent.width
            text: root.screen.nextReason
            visible: text !== ""
            font.pixelSize: Theme.staffNote
            wrapMode: Text.Wrap
        }
        Words {
            width: parent.width
            visible: root.screen.appointmentsLeft > 1
            text: qsTr("%n more today", "appointments", root.screen.appointmentsLeft - 1) + (root.screen.lastStarts === "" ? "" : "  ·  " + qsTr("the last at %1").arg(Theme.isolated(root.screen.lastStarts)))
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }
    }
}
