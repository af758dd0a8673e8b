import QtQuick
import "../controls"
import "../staff"

// How far something is that takes a while, and the way to give it up.
Row {
    id: root

    required property string words
    required property int percent

    signal giveUp

    spacing: Theme.staffGap

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: root.width - stop.width - root.spacing
        spacing: Theme.length(8)

        Words {
            width: parent.width
            text: root.words
            font.pixelSize: Theme.staffBody
            lineHeight: Theme.tightLeading
        }

        Rectangle {
            width: parent.width
            height: Theme.length(12)
            radius: height / 2
            color: Theme.quietLine
            Accessible.role: Accessible.ProgressBar
            Accessible.name: root.words

            Rectangle {
                anchors.left: parent.left
                width: parent.width * Math.max(0.02, root.percent / 100)
                height: parent.height
                radius: parent.radius
                color: Theme.primary
            }
        }
    }

    StaffButton {
        id: stop

        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("Stop it")
        glyph: Icons.x
        onAct: root.giveUp()
    }
}
