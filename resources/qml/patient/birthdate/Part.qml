import QtQuick
import "../../controls"

// One part of a date, which can be pressed to correct it.
Pressable {
    id: root

    property string text: ""
    property bool active: false

    radius: Theme.cardRadius
    implicitHeight: Math.max(Theme.target, caption.implicitHeight + Math.round(Theme.tile * 1.3) + Theme.grid)
    Accessible.description: root.text

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.active ? Theme.stroke * 2 : Theme.stroke
        border.color: root.active ? Theme.primary : Theme.line
    }

    Words {
        id: caption

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.length(12)
        text: root.name
        color: Theme.softInk
        font.pixelSize: Theme.note
        lineHeight: Theme.tightLeading
        Accessible.ignored: true
    }

    Words {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        // One baseline for digits and for names of months, whose letters may stand in taller lines.
        anchors.baseline: caption.bottom
        anchors.baselineOffset: Math.round(Theme.tile * 0.95)
        width: parent.width - Theme.grid
        text: root.text === "" ? "–" : root.text
        font.pixelSize: Theme.tile
        font.weight: Theme.heavy
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.note
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.tightLeading
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
