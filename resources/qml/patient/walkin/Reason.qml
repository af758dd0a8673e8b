pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// Why somebody comes who has no appointment.
Page {
    id: root

    required property ReasonScreen screen
    readonly property list<string> glyphs: [Icons.thermometer, Icons.activity, Icons.bandage, Icons.pill, Icons.flaskConical, Icons.syringe, Icons.baby, Icons.heartPulse, Icons.eye, Icons.brain, Icons.fileText, Icons.circleHelp]
    readonly property list<string> reasons: [qsTr("A cough, a cold or fever"), qsTr("Pain"), qsTr("An injury or a wound"), qsTr("A prescription or medicine"), qsTr("A test or its results"), qsTr("A vaccination"), qsTr("My child is ill"), qsTr("Pregnancy"), qsTr("Eyes or ears"), qsTr("Mood, worries or sleep"), qsTr("A certificate or a paper"), qsTr("Something else")]

    title: qsTr("Why are you here today?")
    lead: qsTr("Choose what comes closest.")
    step: root.screen.step
    steps: root.screen.steps
    onGoBack: root.screen.back()

    Grid {
        id: grid

        readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
        readonly property real room: root.room - (more.visible ? more.height + Theme.gap : 0)

        width: parent.width
        columns: Theme.largerText ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.screen.reasons

            Option {
                required property int key
                required property string words

                width: grid.cell
                height: Math.max(implicitHeight, Theme.wide ? 0 : Theme.length(Theme.lowered ? 190 : 270))
                name: words === "" ? root.reasons[key] : words
                glyph: words === "" ? root.glyphs[key] : ""
                onAct: root.screen.choose(key)
            }
        }
    }

    Quiet {
        id: more

        width: parent.width
        visible: root.screen.hasMore
        enabled: visible
        framed: true
        glyph: Icons.chevronDown
        name: qsTr("More reasons")
        onAct: root.screen.showMore()
    }
}
