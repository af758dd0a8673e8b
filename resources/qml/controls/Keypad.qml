pragma ComponentBehavior: Bound

import QtQuick

// Digits as on a telephone, in that order in every language.
Grid {
    id: root

    property bool plus: false
    property real room: 0
    readonly property real cell: Math.floor((width - 2 * columnSpacing) / 3)
    readonly property real cellHeight: Theme.wide && Theme.lowered ? Theme.digitTarget : Math.max(Theme.digitTarget, Math.min(Theme.digitHeight, Math.floor((room - 3 * rowSpacing) / 4)))

    signal digit(key: string)
    signal erase

    columns: 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: 9

        Key {
            required property int index

            name: index + 1
            width: root.cell
            height: root.cellHeight
            onAct: root.digit(name)
        }
    }

    Key {
        name: root.plus ? qsTr("Plus sign") : ""
        face: "+"
        enabled: root.plus
        opacity: root.plus ? 1 : 0
        Accessible.ignored: !root.plus
        width: root.cell
        height: root.cellHeight
        onAct: root.digit("+")
    }

    Key {
        name: "0"
        width: root.cell
        height: root.cellHeight
        onAct: root.digit(name)
    }

    Key {
        name: qsTr("Delete the last digit")
        glyph: Icons.erase
        width: root.cell
        height: root.cellHeight
        onAct: root.erase()
    }
}
