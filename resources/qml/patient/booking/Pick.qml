pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../walkin"

// Specialty, doctor, day or time.
Page {
    id: root

    required property PickScreen screen
    readonly property bool doctors: root.screen.kind === PickScreen.Kind.DOCTOR
    readonly property bool times: root.screen.kind === PickScreen.Kind.TIME

    readonly property bool specialties: root.screen.kind === PickScreen.Kind.SPECIALTY

    title: root.specialties ? qsTr("What is it about?") : root.doctors ? qsTr("Whom would you like to see?") : root.times ? qsTr("At what time?") : qsTr("On which day?")
    lead: root.screen.uncertain ? qsTr("Times marked “to be confirmed” are not promised yet. The desk will tell you.") : ""
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    onGoBack: root.screen.back()

    Grid {
        id: grid

        readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

        width: parent.width
        columns: root.doctors || root.specialties || Theme.largerText && !root.times ? 1 : root.times && !root.screen.uncertain && !Theme.largerText ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.screen.choices

            Option {
                required property int key
                required property string words
                required property bool uncertain
                required property string more

                readonly property string heading: words === "" ? qsTr("I know whom I want to see") : words

                width: grid.cell
                name: uncertain ? qsTr("%1, to be confirmed").arg(words) : more === "" ? heading : words + ", " + more
                title: heading
                note: uncertain ? qsTr("to be confirmed") : more
                glyph: root.doctors || root.specialties ? words === "" ? Icons.userRound : Icons.stethoscope : ""
                sideways: true
                onAct: root.screen.choose(key)
            }
        }
    }
}
