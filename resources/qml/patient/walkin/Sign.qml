import QtQuick
import "../../controls"

// One sign of danger, beside its icon.
Item {
    id: root

    required property string glyph
    required property string words

    implicitHeight: Math.max(icon.height, text.implicitHeight)

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        text: root.glyph
        color: Theme.alert
        font.pixelSize: Theme.length(Theme.wide ? 48 : 64)
    }

    Words {
        id: text

        anchors.left: icon.right
        anchors.leftMargin: Theme.length(32)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.words
        font.pixelSize: Theme.wide ? Theme.label : Theme.tile
        font.weight: Theme.semibold
        lineHeight: Theme.tightLeading
    }
}
