pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// How this machine stands with its server; below it the log of all that was done or taken.
AdminPage {
    id: root

    required property SyncSection screen
    property bool exporting: false

    function link(): string {
        if (root.screen.fetched >= 0)
            return qsTr("Fetching the clinic's records: %1 %").arg(root.screen.fetched);
        switch (root.screen.link) {
        case "online":
            return root.screen.byHub ? qsTr("The server can't be reached. The hub in the lobby keeps what is done here.") : root.screen.waiting > 0 ? qsTr("Connected to the server.") : qsTr("Connected. The server has everything.");
        case "syncing":
            return qsTr("Sending and fetching …");
        case "offline":
            return qsTr("The server can't be reached. Everything goes on here, and is sent later.");
        case "waiting":
            return qsTr("The server answers with errors. It is tried again by itself.");
        case "needs_attention":
            return qsTr("Waiting alone will not mend this: please ask for help, and name the code.");
        case "alone":
            return qsTr("No server is named: this machine works alone.");
        default:
            return "";
        }
    }

    function told(): string {
        switch (root.screen.told) {
        case "synced":
            return qsTr("Done: %n pieces of work were settled.", "", root.screen.sent);
        case "not_reached":
            return qsTr("The server did not answer. Nothing is lost: it is tried again by itself.");
        case "exported":
            return qsTr("Written: %1").arg(root.screen.written);
        case "given_up":
            return qsTr("Stopped. Nothing was kept.");
        default:
            return "";
        }
    }

    // Back to the list, where the next one is chosen.
    function leave(): void {
        root.screen.leave();
        log.forceActiveFocus();
    }

    title: qsTr("Sync log")
    lead: root.screen.cause === "" ? root.link() : qsTr("%1 Code: %2").arg(root.link()).arg(Theme.isolated(root.screen.cause))
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F5) {
            root.screen.refresh();
            event.accepted = true;
        } else if (root.screen.chosen !== 0 && (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp)) {
            detail.page(event.key === Qt.Key_PageDown ? 1 : -1);
            event.accepted = true;
        } else if (root.screen.chosen !== 0 && event.key === Qt.Key_Escape) {
            root.leave();
            event.accepted = true;
        }
    }

    actions: [
        StaffButton {
            name: qsTr("Export")
            glyph: Icons.download
            enabled: !root.screen.running
            onAct: root.exporting = true
        },
        StaffButton {
            name: root.screen.syncing ? qsTr("Asking the server …") : qsTr("Sync now")
            glyph: Icons.refreshCw
            primary: true
            enabled: !root.screen.syncing && root.screen.link !== "alone"
            onAct: root.screen.syncNow()
        }
    ]

    Column {
        id: above

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.staffGap
        z: 10

        Rectangle {
            width: parent.width
            height: facts.implicitHeight + 2 * Theme.length(18)
            radius: Theme.staffRadius
            color: Theme.surface
            border.width: Theme.staffStroke
            border.color: Theme.quietLine

            Row {
                id: facts

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.length(22)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.staffGap

                readonly property real each: Math.floor((width - 5 * spacing) / 7.8)

                Fact {
                    width: facts.each * 1.4
                    label: qsTr("Waiting to be sent")
                    value: String(root.screen.waiting)
                }

                Fact {
                    width: facts.each
                    label: qsTr("Safe at the hub")
                    value: root.screen.held > 0 ? String(root.screen.held) : ""
                }

                Fact {
                    width: facts.each
                    label: qsTr("Kept back")
                    value: String(root.screen.keptBack)
                    ink: root.screen.keptBack > 0 ? Theme.alert : Theme.ink
                }

                Fact {
                    width: facts.each
                    label: qsTr("To look at")
                    value: String(root.screen.toLookAt)
                    ink: root.screen.toLookAt > 0 ? Theme.warning : Theme.ink
                }

                Fact {
                    width: facts.each * 1.7
                    label: qsTr("Last answer")
                    value: root.screen.lastContact === "" ? qsTr("none yet") : root.screen.lastContact
                }

                Fact {
                    width: facts.each * 1.7
                    label: qsTr("So since")
                    value: root.screen.since
                }
            }
        }

        Said {
            width: parent.width
            problem: AdminWords.problem(root.screen.problem)
            told: root.told()
        }

        ErrandBar {
            width: parent.width
            visible: root.screen.running
            words: qsTr("Writing the file: %n entries so far", "", root.screen.counted)
            percent: root.screen.percent
            onGiveUp: root.screen.giveUp()
        }

        Flow {
            id: filters

            readonly property real each: Math.max(Theme.length(250), Math.min(Theme.length(330), Math.floor((width - 2 * Theme.length(180) - 4 * spacing) / 3)))

            width: parent.width
            spacing: Theme.staffGap
            z: 10

            StaffField {
                width: Theme.length(180)
                name: qsTr("From day")
                hint: qsTr("2026-03-09")
                most: 10
                text: root.screen.firstDay
                problem: root.screen.wrongDay === "first" ? qsTr("Not a day") : ""
                onEdited: text => root.screen.typeFirstDay(text)
            }

            StaffField {
                width: Theme.length(180)
                name: qsTr("To day")
                hint: qsTr("2026-03-09")
                most: 10
                text: root.screen.lastDay
                problem: root.screen.wrongDay === "last" ? qsTr("Not a day") : ""
                onEdited: text => root.screen.typeLastDay(text)
            }

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                name: qsTr("Machine")
                kind: "device"
                choices: root.screen.devices
                chosen: root.screen.device
                chosenWords: root.screen.deviceName
                onChoose: key => root.screen.chooseDevice(key)
            }

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                name: qsTr("Work")
                kind: "intent"
                choices: root.screen.intents
                chosen: root.screen.intent
                chosenWords: root.screen.intentName
                onChoose: key => root.screen.chooseIntent(key)
            }

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                fromEnd: true
                name: qsTr("State")
                kind: "status"
                choices: root.screen.statuses
                chosen: root.screen.status
                chosenWords: root.screen.statusName
                onChoose: key => root.screen.chooseStatus(key)
            }
        }

        Row {
            width: parent.width
            spacing: Theme.staffGap

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: root.screen.total < 0 ? " " : root.screen.moreThan !== "" ? qsTr("More than %1 entries").arg(root.screen.moreThan) : qsTr("%n entries", "", root.screen.total)
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
                lineHeight: 1
            }

            StaffButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.screen.filtered
                quiet: true
                name: qsTr("Show everything")
                glyph: Icons.x
                onAct: root.screen.clearFilter()
            }
        }
    }

    // As wide as any moment that the list may show.
    Words {
        id: widest

        visible: false
        text: root.screen.widestMoment
        font.pixelSize: Theme.staffLabel
        font.features: ({
                "tnum": 1
            })
        wrapMode: Text.NoWrap
    }

    ListView {
        id: log

        anchors.left: parent.left
        anchors.top: above.bottom
        anchors.topMargin: Theme.length(8)
        anchors.bottom: parent.bottom
        anchors.right: detail.visible ? detail.left : parent.right
        anchors.rightMargin: detail.visible ? Theme.staffGap : 0
        // Beside the detail of one entry a narrow window has no room for every column.
        readonly property bool cramped: width < Theme.length(1000)
        readonly property real rest: width - Theme.length(44) - widest.implicitWidth - (log.cramped ? 2 : 3) * Theme.staffGap

        clip: true
        spacing: Theme.length(6)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        activeFocusOnTab: true
        model: root.screen.lines
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Sync log")
        onAtYEndChanged: {
            if (atYEnd && root.screen.more)
                root.screen.readOlder();
        }

        delegate: ListRow {
            id: row

            required property int index
            required property int key
            required property string happened
            required property string device
            required property string work
            required property string status
            required property string standing

            width: ListView.view.width
            implicitHeight: Math.max(Theme.staffTarget, told.implicitHeight + Theme.length(20))
            focus: true
            name: [row.happened, row.device, row.work, row.standing].join(", ")
            chosen: root.screen.chosen === row.key
            onAct: {
                log.currentIndex = row.index;
                log.forceActiveFocus();
                root.screen.choose(row.key);
            }

            Row {
                id: told

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                spacing: Theme.staffGap

                Words {
                    width: widest.implicitWidth
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.happened
                    color: Theme.softInk
                    font.pixelSize: Theme.staffLabel
                    font.features: ({
                            "tnum": 1
                        })
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    lineHeight: 1
                    Accessible.ignored: true
                }

                Words {
                    width: log.rest * (log.cramped ? 0.55 : 0.36)
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.work
                    font.pixelSize: Theme.staffLabel
                    font.weight: Theme.semibold
                    lineHeight: Theme.tightLeading
                    Accessible.ignored: true
                }

                Words {
                    width: log.rest * 0.28
                    visible: !log.cramped
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.device
                    font.pixelSize: Theme.staffLabel
                    wrapMode: Text.Wrap
                    lineHeight: Theme.tightLeading
                    Accessible.ignored: true
                }

                Mark {
                    width: log.rest * (log.cramped ? 0.45 : 0.36)
                    anchors.verticalCenter: parent.verticalCenter
                    mark: row.status === "synced" ? "good" : row.status === "failed" ? "bad" : row.status === "conflict" ? "watch" : "plain"
                    words: row.standing
                }
            }
        }

        Words {
            anchors.centerIn: parent
            width: parent.width
            visible: log.count === 0 && !root.screen.reading
            text: root.screen.filtered ? qsTr("Nothing in the log is like that.") : qsTr("Nothing was done here yet.")
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
            horizontalAlignment: Text.AlignHCenter
        }
    }

    StaffPanel {
        id: detail

        anchors.right: parent.right
        anchors.rightMargin: -Theme.staffMargin
        anchors.top: above.bottom
        anchors.topMargin: Theme.length(8)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.staffMargin
        width: Theme.staffSide
        visible: root.screen.chosen !== 0

        Words {
            width: parent.width
            text: root.screen.entryWork
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.role: Accessible.Heading
        }

        Mark {
            width: parent.width
            mark: root.screen.entryStatus === "synced" ? "good" : root.screen.entryStatus === "failed" ? "bad" : root.screen.entryStatus === "conflict" ? "watch" : "plain"
            words: root.screen.entryState
        }

        Words {
            width: parent.width
            text: AdminWords.statusMeans(root.screen.entryStatus)
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.screen.entryResolution
            font.pixelSize: Theme.staffLabel
        }

        Fact {
            width: parent.width
            label: qsTr("Done by")
            value: root.screen.entryActor === "patient" ? qsTr("The patient") : root.screen.entryActor === "system" ? qsTr("Nobody known, or the program itself") : root.screen.entryActor
        }

        Fact {
            width: parent.width
            label: qsTr("About")
            value: root.screen.entryAbout
        }

        Fact {
            width: parent.width
            label: qsTr("Happened")
            value: root.screen.entryHappened
        }

        Fact {
            width: parent.width
            label: qsTr("Settled")
            value: root.screen.entrySettled
        }

        Fact {
            width: parent.width
            label: qsTr("Machine")
            value: root.screen.entryDevice
        }

        Fact {
            width: parent.width
            label: qsTr("Number in its log")
            value: root.screen.entryNumber
        }

        Fact {
            width: parent.width
            label: qsTr("Outcome")
            value: root.screen.entryOutcome
        }

        Fact {
            width: parent.width
            label: qsTr("All that it changed")
            value: root.screen.entryBody
        }

        footer: StaffButton {
            width: parent.width
            name: qsTr("Close")
            glyph: Icons.x
            keys: "Esc"
            onAct: root.leave()
        }
    }

    overlay: Loader {
        anchors.fill: parent
        active: root.exporting

        sourceComponent: StaffDialog {
            id: dialog

            property string folder: root.screen.firstFolder

            title: qsTr("Export the sync log")
            more: root.screen.moreThan !== "" ? qsTr("More than %1 entries").arg(root.screen.moreThan) : root.screen.filtered ? qsTr("What the filter leaves: %n entries.", "", root.screen.total) : qsTr("All of it: %n entries.", "", root.screen.total)
            noName: qsTr("Cancel")
            onNo: root.exporting = false

            Chooser {
                width: parent.width
                z: open ? 20 : 0
                name: qsTr("Where to")
                kind: "folder"
                choices: root.screen.folders
                chosen: dialog.folder
                onChoose: key => dialog.folder = key
            }

            Row {
                spacing: Theme.staffGap

                Repeater {
                    model: ["csv", "jsonl", "pdf"]

                    StaffButton {
                        id: as_

                        required property string modelData

                        focus: as_.modelData === "csv"
                        name: as_.modelData === "csv" ? qsTr("Table (CSV)") : as_.modelData === "jsonl" ? qsTr("JSON Lines") : qsTr("Paper (PDF)")
                        glyph: Icons.fileText
                        onAct: {
                            root.exporting = false;
                            root.screen.export(as_.modelData, dialog.folder);
                        }
                    }
                }
            }
        }
        onLoaded: (item as Item).forceActiveFocus()
    }
}
