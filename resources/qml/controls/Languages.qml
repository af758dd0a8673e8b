pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens

// Every language in its own name, none with a flag.
Grid {
    id: root

    required property LanguageList languages
    required property string chosen
    readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

    // One height for all of them: the scripts' own lines differ.
    readonly property real line: Math.max(Theme.target, Math.round(Theme.label * 1.35) + Theme.grid)

    signal choose(code: string)

    columns: Theme.largerText && Theme.wide ? 2 : 3
    columnSpacing: Theme.length(20)
    rowSpacing: Theme.length(20)

    Repeater {
        model: root.languages

        Chip {
            required property string code
            required property string ownName

            name: ownName
            checked: code === root.chosen
            family: ["hi", "ar", "zh"].includes(code) ? Theme.namesFamily : Theme.family
            width: root.cell
            height: root.line
            onAct: root.choose(code)
        }
    }
}
