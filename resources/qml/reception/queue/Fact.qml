import QtQuick
import "../../controls"

// One thing that is known of somebody; not there where it is not known.
Item {
    id: root

    required property string label
    required property string value

    visible: root.value !== ""
    width: parent?.width ?? 0
    implicitHeight: Math.max(name.implicitHeight, words.y + words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.label + ": " + root.value

    Words {
        id: name

        anchors.left: parent.left
        width: parent.width * 0.37
        text: root.label
        color: Theme.softInk
        font.pixelSize: Theme.staffLabel
        Accessible.ignored: true
    }

    Words {
        id: words

        anchors.left: name.right
        anchors.leftMargin: Theme.length(10)
        anchors.right: parent.right
        anchors.baseline: name.baseline
        text: root.value
        font.pixelSize: Theme.staffLabel
        font.weight: Theme.semibold
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
