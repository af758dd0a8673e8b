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
                height: Theme.length(104)
                focus: true
                name: SettleWords.topic(row.what, row.topic)
                chosen: root.screen.chosen === row.key
                Accessible.description: row.person + " " + row.since
                onAct: root.screen.choose(row.key)

                Column {
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
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        text: [row.person, row.since === "" ? "" : Theme.isolated(row.since)].filter(part => part !== "").join(" · ")
                        color: row.chosen ? Theme.ink : Theme.softInk
                        font.pixelSize: Theme.staffNote
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
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
            text: root.screen.words
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

            Row {
                id: pair

                required property string key
                required property string standing
                required property string offered
                readonly property bool differs: pair.standing !== pair.offered

                width: parent?.width ?? 0
                spacing: Theme.staffGap

                Repeater {
                    model: [pair.standing, pair.offered]

                    Rectangle {
                        id: version

                        required property string modelData

                        width: (pair.width - pair.spacing) / 2 - 1
                        height: Math.max(Theme.staffRow, said.implicitHeight + Theme.length(24))
                        radius: Theme.staffRadius
                        color: pair.differs ? Theme.warningGround : Theme.paper
                        Accessible.role: Accessible.StaticText
                        Accessible.name: SettleWords.field(pair.key) + ": " + version.modelData

                        Column {
                            id: said

                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.margins: Theme.length(18)
                            anchors.verticalCenter: parent.verticalCenter

                            Words {
                                width: parent.width
                                text: SettleWords.field(pair.key)
                                color: Theme.softInk
                                font.pixelSize: Theme.staffNote
                                lineHeight: Theme.tightLeading
                                Accessible.ignored: true
                            }

                            Words {
                                width: parent.width
                                text: version.modelData === "" ? "–" : version.modelData
                                color: pair.differs ? Theme.warning : Theme.ink
                                font.pixelSize: Theme.staffBody
                                font.weight: Theme.semibold
                                lineHeight: Theme.tightLeading
                                wrapMode: Text.Wrap
                                Accessible.ignored: true
                            }
                        }
                    }
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
                name: qsTr("They are one person")
                glyph: Icons.merge
                onAct: root.screen.decide("merge")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.what === "conflict"
                enabled: !root.screen.busy
                primary: !root.screen.isOfTwo
                name: SettleWords.keep(root.screen.topic)
                onAct: root.screen.decide("keep")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.what === "conflict" && !root.screen.isOfTwo && !root.screen.hasTimes
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
