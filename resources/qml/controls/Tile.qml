import QtQuick

// A way on that is large enough for any finger: an icon, what it is, and a word more.
Pressable {
    id: root

    property bool primary: false
    property string glyph: ""
    property string more: ""
    property bool leads: true
    property real least: Theme.tileTarget
    property real padding: Theme.length(Theme.wide ? 14 : Theme.lowered ? 20 : 36)
    readonly property color ink: root.primary ? Theme.inkOnPrimary : Theme.ink

    radius: Theme.tileRadius
    implicitHeight: Math.max(root.least, column.implicitHeight + 2 * root.padding)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.primary ? (root.pressed ? Theme.primaryPressed : Theme.primary) : root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.primary ? 0 : Theme.stroke
        border.color: Theme.line
    }

    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.leftMargin: Theme.length(Theme.wide ? 32 : 48)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.length(Theme.wide ? 92 : 120)
        height: width
        radius: Theme.length(Theme.wide ? 26 : 32)
        color: root.primary ? Theme.iconOnPrimary : Theme.tint
        border.width: root.primary && Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.inkOnPrimary

        Icon {
            anchors.centerIn: parent
            text: root.glyph
            font.pixelSize: Theme.length(Theme.wide ? 52 : 64)
            color: root.primary ? Theme.highContrast ? Theme.inkOnPrimary : Theme.inkOnIcon : Theme.primary
        }
    }

    Column {
        id: column

        anchors.left: box.right
        anchors.leftMargin: Theme.length(Theme.wide ? 32 : 44)
        anchors.right: chevron.left
        anchors.rightMargin: Theme.grid
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.length(10)

        Words {
            width: parent.width
            text: root.name
            color: root.ink
            font.pixelSize: Theme.tile
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.more
            color: root.primary ? Theme.softInkOnPrimary : Theme.softInk
            font.pixelSize: Theme.caption
            Accessible.ignored: true
        }
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.length(Theme.wide ? 32 : 48)
        anchors.verticalCenter: parent.verticalCenter
        width: root.leads ? font.pixelSize : 0
        visible: root.leads
        text: Icons.chevronRight
        mirrors: true
        color: root.ink
    }
}
