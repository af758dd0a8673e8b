pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// What is open; beside it both versions of the chosen one, and what can be decided.
FocusScope {
    id: root

    required property SettleScreen screen

    function toast(): string {
        switch (root.screen.toast) {
        case "settled":
            return qsTr("Settled.");
        case "settled_before":
            return root.screen.toastWho === "" ? qsTr("Another desk has settled this already.") : qsTr("%1 settled this already, at %2.").arg(root.screen.toastWho).arg(root.screen.toastAt);
        case "not_possible":
            return qsTr("It can't be settled so any more. Nothing was changed.");
        default:
            return "";
        }
    }

    Item {
        id: left

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.staffMargin
        width: Math.round(parent.width * 0.4)

        ListView {
            id: list

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: look.top
            anchors.bottomMargin: Theme.staffGap
            focus: true
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            spacing: Theme.length(8)
            model: root.screen.open
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("To settle")

            delegate: ListRow {
                id: row

                required property string key
                required property string what
                required property string topic
                required property string person
                required property string since

                width: list.width
                height: Math.max(Theme.length(104), who.implicitHeight + Theme.staffGap)
                focus: true
                name: SettleWords.topic(row.what, row.topic)
                chosen: root.screen.chosen === row.key
                Accessible.description: row.person + " " + row.since
                onAct: root.screen.choose(row.key)

                Column {
                    id: who

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.length(4)

                    Words {
                        width: parent.width
                        text: row.name
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.semibold
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        text: [row.person, row.since === "" ? "" : Theme.isolated(row.since)].filter(part => part !== "").join(" · ")
                        color: row.chosen ? Theme.ink : Theme.softInk
                        font.pixelSize: Theme.staffNote
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        maximumLineCount: 3
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        Column {
            anchors.centerIn: list
            width: parent.width * 0.8
            spacing: Theme.staffGap
            visible: root.screen.empty || root.screen.failed

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.screen.failed ? Icons.circleAlert : Icons.circleCheck
                font.pixelSize: Theme.icon
                color: root.screen.failed ? Theme.softInk : Theme.good
            }

            Words {
                width: parent.width
                text: root.screen.failed ? qsTr("The records could not be asked. Please try again.") : qsTr("Nothing to settle.")
                color: Theme.softInk
                font.pixelSize: Theme.staffBody
                horizontalAlignment: Text.AlignHCenter
            }
        }

        StaffButton {
            id: look

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            enabled: !root.screen.looking
            name: root.screen.looking ? qsTr("Looking…") : qsTr("Look for people who are registered twice")
            glyph: Icons.search
            onAct: root.screen.look()
        }
    }

    StaffPanel {
        anchors.left: left.right
        anchors.leftMargin: Theme.staffMargin
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        empty: root.screen.chosen === "" ? qsTr("Choose what you want to settle.") : ""

        Words {
            width: parent.width
            text: SettleWords.topic(root.screen.what, root.screen.topic)
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.role: Accessible.Heading
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.screen.person
            font.pixelSize: Theme.staffBody
            font.weight: Theme.semibold
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.screen.what === "refused" ? SettleWords.refusal(root.screen.reason, root.screen.words) : ""
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
        }

        Words {
            width: parent.width
            visible: root.screen.what === "refused"
            text: qsTr("It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.")
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
        }

        Row {
            id: heads

            width: parent.width
            visible: sides.count > 0
            spacing: Theme.staffGap

            Repeater {
                model: root.screen.isOfTwo ? [qsTr("One record"), qsTr("The other record")] : [qsTr("Stands now"), qsTr("Was said elsewhere")]

                Words {
                    required property string modelData

                    width: (heads.width - heads.spacing) / 2 - 1
                    text: modelData
                    color: Theme.softInk
                    font.pixelSize: Theme.staffNote
                }
            }
        }

        Repeater {
            id: sides

            model: root.screen.sides

            Column {
                id: pair

                required property string key
                required property string standing
                required property string offered
                required property string taken
                required property string typed
                required property bool canBeTaken
                required property bool canBeTyped
                required property bool isWrong
                readonly property string field: SettleWords.field(pair.key)
                readonly property bool differs: pair.standing !== pair.offered

                width: parent?.width ?? 0
                spacing: Theme.length(8)

                Row {
                    id: versions

                    readonly property real half: (pair.width - spacing) / 2 - 1
                    readonly property real tall: Math.max(standing.implicitHeight, offered.implicitHeight)

                    width: pair.width
                    spacing: Theme.staffGap

                    Version {
                        id: standing

                        width: versions.half
                        height: versions.tall
                        field: pair.field
                        said: pair.standing
                        differs: pair.differs
                        chosen: pair.taken === "standing"
                        canBeTaken: pair.canBeTaken
                        onAct: root.screen.take(pair.key, "standing")
                    }

                    Version {
                        id: offered

                        width: versions.half
                        height: versions.tall
                        field: pair.field
                        said: pair.offered
                        differs: pair.differs
                        chosen: pair.taken === "offered"
                        canBeTaken: pair.canBeTaken
                        onAct: root.screen.take(pair.key, "offered")
                    }
                }

                StaffField {
                    width: pair.width
                    visible: pair.canBeTyped
                    labelled: false
                    name: qsTr("%1, as it is right").arg(pair.field)
                    hint: qsTr("Or type what is right")
                    text: pair.typed
                    most: 200
                    problem: pair.isWrong ? qsTr("This is no date. Day, month and year: 14 3 1974") : ""
                    onEdited: text => root.screen.typeOwn(pair.key, text)
                }
            }
        }

        Words {
            width: parent.width
            visible: root.screen.hasTimes
            text: free.count > 0 ? qsTr("Move it to a free time:") : qsTr("No free time is near. Please ring them, and book anew.")
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
        }

        Repeater {
            id: free

            model: root.screen.times

            StaffButton {
                required property int key
                required property string at

                width: parent?.width ?? 0
                enabled: !root.screen.busy
                name: Theme.isolated(at)
                glyph: Icons.calendarClock
                onAct: root.screen.moveTo(key)
            }
        }

        footer: [
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.isOfTwo
                enabled: !root.screen.busy
                primary: true
                name: root.screen.picks ? qsTr("They are one person, as chosen") : qsTr("They are one person")
                glyph: Icons.merge
                onAct: root.screen.decide("merge")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.picks && !root.screen.isOfTwo
                enabled: !root.screen.busy && !root.screen.isWrong
                primary: true
                name: qsTr("Settle it as chosen")
                glyph: Icons.check
                onAct: root.screen.decide("merge")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.what === "conflict" && (!root.screen.picks || root.screen.isOfTwo)
                enabled: !root.screen.busy
                primary: !root.screen.isOfTwo
                name: SettleWords.keep(root.screen.topic)
                onAct: root.screen.decide("keep")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.what === "conflict" && !root.screen.isOfTwo && !root.screen.hasTimes && !root.screen.picks
                enabled: !root.screen.busy
                name: SettleWords.take(root.screen.topic)
                onAct: root.screen.decide("take")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.what === "conflict"
                enabled: !root.screen.busy
                quiet: true
                name: qsTr("Nothing is to be done")
                onAct: root.screen.decide("dismissed")
            }
        ]
    }

    Toast {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.staffMargin
        words: root.toast()
        undoName: qsTr("Close")
        undoGlyph: ""
        onUndo: root.screen.dismiss()
    }
}
