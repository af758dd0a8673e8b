pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// What should be considered while somebody waits.
Page {
    id: root

    required property NeedsScreen screen
    readonly property list<string> glyphs: [Icons.heart, Icons.baby, Icons.ear, Icons.languages, Icons.accessibility]
    readonly property list<string> needs: [qsTr("I am pregnant"), qsTr("I have a baby with me"), qsTr("I have a disability"), qsTr("I need an interpreter"), qsTr("I use a wheelchair")]

    title: qsTr("Is there anything we should know?")
    lead: qsTr("Choose all that fit, or none.")
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    primaryName: qsTr("Get my number")
    primaryGlyph: Icons.ticket
    onGoBack: root.screen.back()
    onGoOn: root.screen.submit()

    Grid {
        id: grid

        readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

        width: parent.width
        columns: Theme.largerText ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.screen.needs

            Option {
                required property int key
                required property bool chosen

                width: grid.cell
                height: Math.max(implicitHeight, Theme.wide ? 0 : Theme.length(Theme.lowered ? 190 : 250))
                role: Accessible.CheckBox
                checkable: true
                checked: chosen
                name: root.needs[key]
                glyph: root.glyphs[key]
                onAct: root.screen.toggle(key)
            }
        }
    }
}
