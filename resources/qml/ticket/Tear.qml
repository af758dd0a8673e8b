pragma ComponentBehavior: Bound

import QtQuick
import "../controls"

// The dashed line of a ticket.
Row {
    id: root

    spacing: Theme.length(8)
    height: Theme.stroke
    clip: true

    Repeater {
        model: Math.floor(root.width / Theme.length(18))

        Rectangle {
            width: Theme.length(10)
            height: Theme.stroke
            color: Theme.line
        }
    }
}
