import QtQuick
import "../controls"

// One row of a list: whatever stands in it, pressed as a whole.
Pressable {
    id: root

    property bool chosen: false
    default property alias content: inside.data

    radius: Theme.staffRadius
    ring: Theme.staffFocus
    ringInside: true
    implicitHeight: Theme.staffRow
    Accessible.selected: root.chosen
    Accessible.selectable: true

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : root.chosen ? Theme.tint : Theme.surface
        border.width: root.chosen ? Theme.staffFocus : Theme.staffStroke
        border.color: root.chosen ? Theme.primary : Theme.quietLine
    }

    Item {
        id: inside

        anchors.fill: parent
        anchors.leftMargin: Theme.length(22)
        anchors.rightMargin: Theme.length(22)
    }
}
