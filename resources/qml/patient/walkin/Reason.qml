pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// Why somebody comes who has no appointment.
Page {
    id: root

    required property ReasonScreen screen

    title: qsTr("Why are you here today?")
    lead: qsTr("Choose what comes closest.")
    step: root.screen.step
    steps: root.screen.steps
    onGoBack: root.screen.back()

    Grid {
        id: grid

        readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
        readonly property real room: root.room - (further.visible ? further.height + Theme.gap : 0)

        width: parent.width
        columns: Theme.largerText ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.screen.reasons

            Option {
                required property int key
                required property string words
                required property string more

                width: grid.cell
                height: Math.max(implicitHeight, Theme.wide ? 0 : Theme.length(Theme.lowered ? 190 : 270))
                name: words
                glyph: ReasonGlyphs.of(more)
                onAct: root.screen.choose(key)
            }
        }
    }

    Quiet {
        id: further

        width: parent.width
        visible: root.screen.hasMore
        enabled: visible
        framed: true
        glyph: Icons.chevronDown
        name: qsTr("More reasons")
        onAct: root.screen.showMore()
    }
}
