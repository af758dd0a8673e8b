pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."
import "../templates"

// The queue's order: published targets to begin from, and the targets themselves, judged as they are typed.
AdminPage {
    id: root

    required property PolicySection screen

    title: qsTr("The queue's order")
    lead: qsTr("How many minutes each level should wait at most. Level 1 never waits.")

    actions: [
        StaffButton {
            visible: root.screen.touched
            name: qsTr("Back to what is in force")
            glyph: Icons.undo2
            onAct: root.screen.undo()
        },
        StaffButton {
            name: qsTr("Keep it")
            glyph: Icons.check
            primary: true
            enabled: root.screen.changed
            onAct: root.screen.save()
        }
    ]

    Flickable {
        id: left

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffGap
        contentHeight: list.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: list

            width: left.width
            spacing: Theme.staffGap

            Said {
                width: parent.width
                problem: root.screen.replaced ? qsTr("The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.") : AdminWords.problem(root.screen.problem)
                told: root.screen.told === "saved" ? qsTr("Kept. It orders the queue from now on.") : ""
            }

            Words {
                width: parent.width
                text: qsTr("Begin from published targets")
                font.pixelSize: Theme.staffBody
                font.weight: Theme.semibold
                Accessible.role: Accessible.Heading
            }

            Repeater {
                model: root.screen.presets

                ListRow {
                    id: preset

                    required property string key
                    required property string targets
                    required property int index

                    width: list.width
                    focus: preset.index === 0
                    role: Accessible.RadioButton
                    checkable: true
                    checked: root.screen.chosen === preset.key
                    chosen: checked
                    name: PolicyWords.preset(preset.key) + ": " + qsTr("%1 min").arg(preset.targets)
                    onAct: root.screen.begin(preset.key)

                    Words {
                        id: called

                        anchors.left: parent.left
                        anchors.right: minutes.left
                        anchors.rightMargin: Theme.staffGap
                        anchors.verticalCenter: parent.verticalCenter
                        text: PolicyWords.preset(preset.key)
                        font.pixelSize: Theme.staffBody
                        font.weight: preset.checked ? Theme.semibold : Theme.regular
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        lineHeight: Theme.tightLeading
                        Accessible.ignored: true
                    }

                    Words {
                        id: minutes

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("%1 min").arg(Theme.isolated(preset.targets))
                        color: Theme.softInk
                        font.pixelSize: Theme.staffLabel
                        wrapMode: Text.NoWrap
                        lineHeight: 1
                        Accessible.ignored: true
                    }
                }
            }

            Tick {
                width: parent.width
                signed: true
                name: qsTr("Reception may set the triage level too")
                checked: root.screen.triageByReception
                onAct: root.screen.letReceptionTriage(!root.screen.triageByReception)
            }

            Words {
                width: parent.width
                visible: root.screen.version !== ""
                text: qsTr("The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.").arg(Theme.isolated(root.screen.version))
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
            }
        }
    }

    StaffPanel {
        id: panel

        anchors.right: parent.right
        anchors.rightMargin: -Theme.staffMargin
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.staffMargin
        width: Theme.staffSide

        Words {
            width: parent.width
            text: qsTr("Targets in minutes")
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.role: Accessible.Heading
        }

        Said {
            width: parent.width
            problem: PolicyWords.wrong(root.screen.wrong)
        }

        Repeater {
            model: root.screen.targets

            StaffField {
                id: line

                required property string key
                required property string typed
                required property string special

                width: parent ? parent.width : 0
                name: line.special === "" ? PolicyWords.target(line.key) : qsTr("%1 (special reason: %2)").arg(PolicyWords.target(line.key)).arg(line.special)
                hint: qsTr("not used")
                most: 6
                inputHints: Qt.ImhFormattedNumbersOnly
                text: line.typed
                onEdited: text => root.screen.type(line.key, text)
                onAccepted: root.screen.save()
            }
        }
    }
}
