pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// Which of several appointments a person comes for.
Page {
    id: root

    required property ChooseScreen screen

    title: qsTr("Which appointment is it?")
    lead: qsTr("We found more than one.")
    step: root.screen.step
    steps: root.screen.steps
    onGoBack: root.screen.back()

    Repeater {
        model: root.screen.arrivals

        Tile {
            required property int index
            required property string initials
            required property string starts
            required property string doctor

            width: parent?.width ?? 0
            glyph: Icons.clock
            name: starts + "  ·  " + Theme.isolated(initials)
            more: doctor
            onAct: root.screen.choose(index)
        }
    }
}
