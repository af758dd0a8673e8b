pragma ComponentBehavior: Bound

import QtQuick
import "../../controls"

// The dashed line of a ticket, with a dash at either end.
Item {
    id: root

    readonly property real dash: Theme.length(10)
    readonly property int dashes: Math.max(2, Math.round((width + Theme.length(8)) / (dash + Theme.length(8))))

    implicitHeight: Theme.stroke

    Repeater {
        model: root.dashes

        Rectangle {
            required property int index

            x: Math.round(index * (root.width - width) / (root.dashes - 1))
            width: root.dash
            height: Theme.stroke
            color: Theme.line
        }
    }
}
