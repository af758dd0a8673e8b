import QtQuick

// A button without a frame, for what is always there and rarely needed.
Pressable {
    id: root

    property string glyph: ""
    property color ink: Theme.primary
    property bool framed: false
    property real fontSize: Theme.text(33)

    radius: Theme.buttonRadius
    implicitWidth: row.implicitWidth + 2 * Theme.grid
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.grid)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        opacity: root.pressed || root.framed ? 1 : 0
        color: root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.framed ? Theme.stroke : 0
        border.color: Theme.line
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.length(20)

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            text: root.glyph
            font.pixelSize: Theme.smallIcon
            color: root.pressed ? Theme.primary : root.framed ? Theme.ink : root.ink
        }

        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - Theme.grid - icon.width - row.spacing)
            text: root.name
            color: icon.color
            height: root.height
            font.pixelSize: root.fontSize
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.length(27)
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
}
