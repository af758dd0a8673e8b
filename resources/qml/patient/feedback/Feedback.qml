pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// How was the visit? Five faces; nobody is asked to explain.
Page {
    id: root

    required property FeedbackScreen screen
    readonly property bool asking: root.screen.state === FeedbackScreen.State.ASKING
    readonly property list<string> glyphs: [Icons.frown, Icons.annoyed, Icons.meh, Icons.smile, Icons.laugh]
    readonly property list<string> faces: [qsTr("Very bad"), qsTr("Bad"), qsTr("All right"), qsTr("Good"), qsTr("Very good")]

    title: root.asking ? qsTr("How was your visit?") : qsTr("Thank you")
    lead: root.asking ? qsTr("Choose the face that fits.") : root.screen.state === FeedbackScreen.State.THANKED ? qsTr("We read everything that is written here.") : qsTr("You have told us about this visit before.")
    centred: root.asking && Theme.wide
    emblem: root.asking ? "" : Icons.heart
    backShown: root.asking
    backName: root.asking ? qsTr("Not now") : qsTr("Back")
    primaryName: root.asking ? "" : qsTr("Done")
    onGoBack: root.screen.done()
    onGoOn: root.screen.done()

    Row {
        id: row

        width: parent.width
        visible: root.asking
        spacing: Theme.length(20)

        Repeater {
            model: 5

            Face {
                required property int index

                width: Math.floor((row.width - 4 * row.spacing) / 5)
                height: Theme.wide ? Math.max(Theme.length(200), Math.min(Theme.length(300), root.room)) : Theme.length(320)
                enabled: root.asking
                name: root.faces[index]
                glyph: root.glyphs[index]
                onAct: root.screen.choose(index + 1)
            }
        }
    }
}
