import QtQuick
import "../../controls"

// One thing known of somebody: what it is, and how it is.
Item {
    id: root

    required property string name
    required property string value
    property bool leftToRight: false

    width: parent?.width ?? 0
    height: visible ? Math.max(label.implicitHeight, words.implicitHeight) : 0
    visible: root.value !== ""

    Words {
        id: label

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.32
        text: root.name
        color: Theme.softInk
        font.pixelSize: Theme.staffLabel
        lineHeight: Theme.tightLeading
    }

    Words {
        id: words

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.66
        text: root.leftToRight ? Theme.isolated(root.value) : root.value
        font.pixelSize: Theme.staffLabel
        lineHeight: Theme.tightLeading
        font.weight: Theme.semibold
        wrapMode: Text.Wrap
    }
}
