import QtQuick
import "../../controls"

// One line of what we know, beside its icon.
Item {
    id: root

    required property string fact
    property string glyph: ""
    property string more: ""

    implicitHeight: column.implicitHeight

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        text: root.glyph
        font.pixelSize: Theme.length(60)
    }

    Column {
        id: column

        anchors.left: icon.right
        anchors.leftMargin: Theme.length(36)
        anchors.right: parent.right
        spacing: Theme.length(4)

        Words {
            width: parent.width
            text: root.fact
            wrapMode: Text.Wrap
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.more
            color: Theme.softInk
            font.pixelSize: Theme.caption
        }
    }
}
