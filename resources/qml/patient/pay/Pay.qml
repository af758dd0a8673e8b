pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// What is due, and how to pay it.
Page {
    id: root

    required property PayScreen screen
    readonly property list<string> ways: [qsTr("Pay at the desk")]
    readonly property list<string> words: [qsTr("You get your number now, and pay before you leave")]
    readonly property list<string> glyphs: [Icons.banknote]

    title: qsTr("There is something to pay")
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    onGoBack: root.screen.back()

    display: Words {
        width: parent.width
        text: Theme.isolated(root.screen.amount)
        font.pixelSize: Theme.display
        font.weight: Theme.heavy
    }

    Repeater {
        model: root.screen.methods

        Tile {
            required property int key

            width: parent?.width ?? 0
            primary: true
            name: root.ways[key]
            more: root.words[key]
            glyph: root.glyphs[key]
            onAct: root.screen.choose(key)
        }
    }
}
