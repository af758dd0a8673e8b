import QtQuick
import "../../controls"

// One of five faces, over its word.
Pressable {
    id: root

    required property string glyph

    radius: Theme.cardRadius
    implicitHeight: Math.max(Theme.primaryTarget, icon.height + words.implicitHeight + Theme.length(60))

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }

    Icon {
        id: icon

        anchors.horizontalCenter: parent.horizontalCenter
        y: (root.height - height - words.height - Theme.length(12)) / 2
        text: root.glyph
        font.pixelSize: Theme.length(104)
        color: Theme.primary
    }

    Words {
        id: words

        anchors.top: icon.bottom
        anchors.topMargin: Theme.length(12)
        width: parent.width - Theme.length(8)
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.name
        font.pixelSize: Theme.wide ? Theme.caption : Theme.note
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.length(27)
        height: contentHeight
        font.weight: Theme.semibold
        lineHeight: Theme.tightLeading
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
