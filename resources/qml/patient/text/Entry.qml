pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// A few words, letter by letter.
Page {
    id: root

    required property TextScreen screen
    readonly property bool opinion: root.screen.kind === TextScreen.Kind.OPINION
    readonly property bool optional: root.screen.kind !== TextScreen.Kind.FULL_NAME
    readonly property bool wordless: root.screen.text === ""

    title: root.opinion ? qsTr("Would you like to say more?") : root.optional ? qsTr("What is your first name?") : qsTr("What is your name?")
    lead: root.opinion ? qsTr("You can leave it out.") : root.optional ? qsTr("So that we can speak to you. You can leave it out.") : qsTr("First name and last name. One name is fine.")
    problem: qsTr("This is as much as we can take.")
    problemShown: root.screen.full
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    primaryName: root.opinion ? root.wordless ? qsTr("Skip") : qsTr("Send") : root.optional && root.wordless ? qsTr("Skip") : qsTr("Continue")
    primaryGlyph: Icons.chevronRight
    primaryEnabled: root.screen.complete
    onGoBack: root.screen.back()
    onGoOn: root.screen.submit()

    display: Rectangle {
        width: parent.width
        height: Theme.length(Theme.wide ? 120 : 150)
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: Theme.stroke * 1.5
        border.color: Theme.primary
        Accessible.role: Accessible.StaticText
        Accessible.name: root.opinion ? qsTr("Your words") : qsTr("Name")
        Accessible.description: root.screen.text

        Words {
            anchors.fill: parent
            anchors.margins: Theme.length(20)
            text: root.screen.text
            font.family: Theme.namesFamily
            font.pixelSize: Theme.tile
            font.weight: Theme.semibold
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.length(22)
            lineHeight: 1
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }

    Column {
        id: keys

        readonly property int rowCount: root.screen.rows.length
        readonly property real gap: Math.max(Theme.length(8), Theme.reach(2, 12))
        readonly property real cellHeight: Math.max(Theme.touch(12, 84), Math.min(Theme.length(120), (root.room - keys.rowCount * gap) / (keys.rowCount + 1)))

        width: parent.width
        spacing: keys.gap

        Repeater {
            model: root.screen.rows

            Row {
                id: row

                required property string modelData
                readonly property list<string> letters: modelData.split(" ")
                readonly property int most: Math.max(10, letters.length)

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: keys.gap

                Repeater {
                    model: row.letters

                    Letter {
                        required property string modelData

                        width: Math.floor((keys.width - (row.most - 1) * keys.gap) / row.most)
                        height: keys.cellHeight
                        activeFocusOnTab: false
                        name: modelData
                        onAct: root.screen.press(modelData)
                    }
                }
            }
        }

        Row {
            width: parent.width
            spacing: keys.gap

            Key {
                width: (parent.width - parent.spacing) * 0.68
                height: keys.cellHeight
                radius: Theme.length(18)
                word: true
                name: qsTr("Space")
                onAct: root.screen.press(" ")
            }

            Key {
                width: (parent.width - parent.spacing) * 0.32
                height: keys.cellHeight
                radius: Theme.length(18)
                glyph: Icons.erase
                name: qsTr("Delete the last letter")
                onAct: root.screen.erase()
            }
        }
    }
}
