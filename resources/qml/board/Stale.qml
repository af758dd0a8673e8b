import QtQuick
import Anteroom.Screens
import "../controls"

// What stands here may not be so any more: said across all of it.
Rectangle {
    id: root

    required property BoardShell shell

    visible: root.shell.stale
    color: Theme.boardVeil

    Rectangle {
        anchors.centerIn: parent
        width: words.width + 2 * Theme.boardMargin
        height: words.height + 2 * Theme.boardMargin
        radius: Theme.tileRadius
        color: Theme.paper
        border.width: Theme.stroke
        border.color: Theme.ink
    }

    Column {
        id: words

        anchors.centerIn: parent
        width: parent.width * 0.76
        spacing: Theme.boardGap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            text: Icons.cloudOff
            color: Theme.ink
            font.pixelSize: Theme.boardRoom
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This board is not up to date")
            font.pixelSize: Theme.boardRoom
            font.weight: Theme.heavy
            Accessible.role: Accessible.AlertMessage
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Please listen for your number, or ask at the desk.")
            font.pixelSize: Theme.boardTitle
        }
    }
}
