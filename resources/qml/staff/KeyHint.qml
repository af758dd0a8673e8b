import QtQuick
import "../controls"

// The key that does what stands beside it.
Rectangle {
    id: root

    required property string keys
    property color ink: Theme.softInk

    visible: root.keys !== ""
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + Theme.length(16))
    implicitHeight: words.implicitHeight + Theme.length(4)
    radius: Theme.length(8)
    color: "transparent"
    border.width: Theme.staffStroke
    border.color: root.ink

    Words {
        id: words

        anchors.centerIn: parent
        text: root.keys
        color: root.ink
        font.pixelSize: Theme.staffNote
        font.weight: Theme.semibold
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
