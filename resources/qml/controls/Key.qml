import QtQuick

// One key of a keypad.
Pressable {
    id: root

    property string face: root.name
    property string glyph: ""
    property bool word: false

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }

    Words {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - Theme.length(20))
        visible: root.glyph === ""
        text: root.face
        font.pixelSize: Math.min(root.word ? Theme.text(38) : Theme.text(56), root.height * 0.6)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.note
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
        font.weight: Theme.semibold
        lineHeight: Theme.tightLeading
        Accessible.ignored: true
    }

    Icon {
        anchors.centerIn: parent
        visible: root.glyph !== ""
        text: root.glyph
        color: Theme.ink
    }
}
