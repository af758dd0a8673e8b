import QtQuick
import "../../controls"

// One of several things that fit a person: upright an icon over its words, wide beside them. Chosen, it says so by a
// check mark as well.
Pressable {
    id: root

    property string glyph: ""
    property string title: root.name
    property string note: ""
    property bool sideways: Theme.wide
    readonly property color ink: root.checked ? Theme.inkOnPrimary : Theme.ink
    readonly property real padding: Theme.length(Theme.wide ? 20 : 28)
    readonly property bool beside: root.sideways || root.glyph === ""
    readonly property real besideIcon: root.glyph === "" ? 0 : icon.width + Theme.length(20)

    radius: Theme.cardRadius
    implicitHeight: Math.max(Theme.primaryTarget, column.implicitHeight + 2 * root.padding + (root.beside ? 0 : icon.height + Theme.length(14)))

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked ? root.pressed ? Theme.primaryPressed : Theme.primary : root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.checked ? 0 : Theme.stroke
        border.color: Theme.line
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: root.padding
        y: root.beside ? (root.height - height) / 2 : root.padding
        visible: root.glyph !== ""
        text: root.checked ? Icons.check : root.glyph
        font.pixelSize: Theme.length(Theme.wide ? 48 : 60)
        color: root.checked ? Theme.inkOnPrimary : Theme.primary
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.padding + (root.beside ? root.besideIcon : 0)
        anchors.right: parent.right
        anchors.rightMargin: root.padding
        y: root.beside ? (root.height - height) / 2 : icon.y + icon.height + Theme.length(14)
        spacing: Theme.length(6)

        Words {
            width: parent.width
            text: root.title
            color: root.ink
            font.pixelSize: Theme.wide ? Theme.text(34) : Theme.text(40)
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.note
            color: root.checked ? Theme.softInkOnPrimary : Theme.softInk
            font.pixelSize: Theme.caption
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }
    }
}
