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

        readonly property int rowCount: root.screen.rows.length + (root.screen.composes ? 1 : 0)
        // The letters are one stop for Tab; arrow keys move among them.
        property int atRow: 0
        property int atColumn: 0
        property bool moving: false

        function step(down: int, along: int): void {
            const to = Math.max(0, Math.min(root.screen.rows.length - 1, keys.atRow + down));
            const last = root.screen.rows[to].split(" ").length - 1;
            keys.moving = true;
            keys.atRow = to;
            keys.atColumn = Math.max(0, Math.min(last, keys.atColumn + along));
            keys.moving = false;
        }

        readonly property real gap: Math.max(Theme.length(8), Theme.reach(2, 12))
        readonly property real cellHeight: Math.max(Theme.touch(12, 84), Math.min(Theme.length(120), (root.room - keys.rowCount * gap) / (keys.rowCount + 1)))

        readonly property real candidate: Math.floor((keys.width - 10 * keys.gap) / 11)

        width: parent.width
        spacing: keys.gap

        Row {
            width: parent.width
            height: keys.cellHeight
            visible: root.screen.composes
            spacing: keys.gap

            Words {
                width: parent.width
                height: keys.cellHeight
                visible: root.screen.letters === ""
                text: qsTr("Type the sound of a character, then choose it here.")
                color: Theme.softInk
                font.pixelSize: Theme.caption
                verticalAlignment: Text.AlignVCenter
            }

            Repeater {
                model: root.screen.candidates

                Letter {
                    required property string modelData

                    width: keys.candidate
                    height: keys.cellHeight
                    name: modelData
                    onAct: root.screen.choose(modelData)
                }
            }

            Key {
                width: keys.candidate
                height: keys.cellHeight
                radius: Theme.length(18)
                visible: root.screen.moreCandidates
                enabled: visible
                glyph: Icons.chevronRight
                name: qsTr("Other characters")
                onAct: root.screen.turnCandidates()
            }

            Key {
                width: keys.candidate * 2
                height: keys.cellHeight
                radius: Theme.length(18)
                visible: root.screen.letters !== ""
                enabled: visible
                word: true
                face: root.screen.letters
                name: qsTr("Keep the letters %1").arg(root.screen.letters)
                onAct: root.screen.keepLetters()
            }
        }

        Repeater {
            model: root.screen.rows

            Row {
                id: row

                required property int index
                required property string modelData
                readonly property list<string> letters: modelData.split(" ")
                readonly property list<string> capitals: root.screen.capitals[row.index].split(" ")
                readonly property int most: Math.max(10, letters.length)

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: keys.gap

                Repeater {
                    model: row.letters

                    Letter {
                        id: letter

                        required property int index
                        required property string modelData
                        readonly property bool here: keys.atRow === row.index && keys.atColumn === letter.index

                        width: Math.floor((keys.width - (row.most - 1) * keys.gap) / row.most)
                        height: keys.cellHeight
                        activeFocusOnTab: letter.here || letter.activeFocus
                        name: root.screen.beginsWord ? row.capitals[letter.index] : modelData
                        onAct: root.screen.press(letter.name)
                        onHereChanged: if (letter.here && keys.moving)
                            letter.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onUpPressed: keys.step(-1, 0)
                        Keys.onDownPressed: keys.step(1, 0)
                        Keys.onLeftPressed: keys.step(0, Theme.rightToLeft ? 1 : -1)
                        Keys.onRightPressed: keys.step(0, Theme.rightToLeft ? -1 : 1)
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
