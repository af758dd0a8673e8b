pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// The clinic's reports at the side; the chosen one of any days, place and doctor, as table, picture or file.
AdminPage {
    id: root

    required property AnalyticsSection screen
    property bool exporting: false

    function problem(): string {
        switch (root.screen.problem) {
        case "needs_server":
            return qsTr("This needs the server, which can't be reached now: this machine's records hold neither other places, payments nor what patients say, and it draws no pictures.");
        case "sign_in_again":
            return qsTr("You signed in without the server. For this lock the screen, and sign in again while it is connected.");
        case "unknown_place":
            return qsTr("An administrator of one place reads the reports of that place.");
        case "unknown_doctor":
            return qsTr("There is no such doctor any more.");
        case "disk_full":
        case "not_writable":
            return AdminWords.problem(root.screen.problem);
        case "":
            return "";
        default:
            return qsTr("The report could not be made. Nothing is lost: try again.");
        }
    }

    function source(): string {
        if (root.screen.source === "centre")
            return qsTr("Counted by the server");
        const here = qsTr("Counted from this machine's records: %1 only").arg(root.screen.toldPlace);
        return root.screen.keptSince === "" ? here : qsTr("%1, kept here since %2").arg(here).arg(root.screen.keptSince);
    }

    function wrongDays(): string {
        switch (root.screen.wrongDay) {
        case "turned":
            return qsTr("Before the first");
        case "long":
            return qsTr("More than 3 years");
        case "last":
            return qsTr("Not a day");
        default:
            return "";
        }
    }

    title: qsTr("Reports")
    lead: qsTr("How the clinic's days went. No report names a patient.")
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F5) {
            root.screen.readAgain();
            event.accepted = true;
        }
    }

    actions: [
        StaffButton {
            name: root.screen.drawn ? qsTr("As a table") : qsTr("As a picture")
            glyph: root.screen.drawn ? Icons.layoutList : Icons.activity
            onAct: root.screen.draw(!root.screen.drawn)
        },
        StaffButton {
            name: qsTr("Export")
            glyph: Icons.download
            primary: true
            enabled: !root.screen.running && root.screen.report !== ""
            onAct: root.exporting = true
        }
    ]

    ListView {
        id: list

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.length(270)
        clip: true
        focus: true
        activeFocusOnTab: true
        spacing: Theme.length(6)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: Theme.slide
        model: root.screen.titles
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Reports")

        delegate: ListRow {
            id: report

            required property string key
            required property string words
            required property int index

            width: ListView.view.width
            implicitHeight: Math.max(Theme.length(72), called.implicitHeight + Theme.length(20))
            focus: true
            role: Accessible.RadioButton
            checkable: true
            checked: root.screen.report === report.key
            chosen: checked
            name: report.words
            onAct: root.screen.chooseReport(report.key)
            // Whoever came here by Tab goes on from here by the arrows.
            onActiveFocusChanged: {
                if (activeFocus)
                    list.currentIndex = report.index;
            }

            Words {
                id: called

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: report.words
                font.pixelSize: Theme.staffLabel
                font.weight: report.checked ? Theme.semibold : Theme.regular
                lineHeight: Theme.tightLeading
                Accessible.ignored: true
            }
        }
    }

    Column {
        id: above

        anchors.left: list.right
        anchors.leftMargin: Theme.length(24)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.staffGap
        z: 10

        Flow {
            id: filters

            readonly property real each: Math.min(Theme.length(330), Math.floor((width - 2 * spacing) / 3))

            width: parent.width
            spacing: Theme.staffGap
            z: 10

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                name: qsTr("Days")
                kind: "report_days"
                choices: root.screen.ranges
                chosen: root.screen.range
                onChoose: key => root.screen.chooseRange(key)
            }

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                name: qsTr("Place")
                kind: "report_place"
                choices: root.screen.places
                chosen: root.screen.place
                chosenWords: root.screen.placeName
                onChoose: key => root.screen.choosePlace(key)
            }

            Chooser {
                width: filters.each
                z: open ? 20 : 0
                fromEnd: true
                name: qsTr("Doctor")
                kind: "report_doctor"
                choices: root.screen.doctors
                chosen: root.screen.doctor
                chosenWords: root.screen.doctorName
                onChoose: key => root.screen.chooseDoctor(key)
            }
        }

        // A page of its own, so to say: as hidden children of the row above they would keep presses from its open lists.
        Loader {
            width: parent.width
            active: root.screen.range === "own"
            visible: active

            sourceComponent: Row {
                spacing: Theme.staffGap

                StaffField {
                    width: filters.each
                    name: qsTr("From day")
                    hint: qsTr("2026-03-09")
                    most: 10
                    text: root.screen.firstDay
                    problem: root.screen.wrongDay === "first" ? qsTr("Not a day") : ""
                    onEdited: text => root.screen.typeFirstDay(text)
                }

                StaffField {
                    width: filters.each
                    name: qsTr("To day")
                    hint: qsTr("2026-03-09")
                    most: 10
                    text: root.screen.lastDay
                    problem: root.wrongDays()
                    onEdited: text => root.screen.typeLastDay(text)
                }
            }
        }

        Said {
            width: parent.width
            problem: root.problem()
            told: root.screen.told === "exported" ? qsTr("Written: %1").arg(Theme.isolated(root.screen.written)) : root.screen.told === "given_up" ? qsTr("Stopped. Nothing was kept.") : ""
        }

        ErrandBar {
            width: parent.width
            visible: root.screen.running
            words: qsTr("Writing the file …")
            percent: root.screen.percent
            onGiveUp: root.screen.giveUp()
        }

        Column {
            width: parent.width
            visible: root.screen.source !== ""
            spacing: Theme.length(4)

            Words {
                id: heading

                width: parent.width
                visible: !root.screen.drawn
                text: qsTr("%1, %2").arg(root.screen.title).arg(root.screen.days)
                font.pixelSize: Theme.staffBody
                font.weight: Theme.semibold
                lineHeight: Theme.tightLeading
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                visible: !root.screen.drawn
                text: root.screen.note
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
                lineHeight: Theme.tightLeading
            }

            Mark {
                width: parent.width
                mark: root.screen.source === "centre" ? "good" : "watch"
                words: root.source()
            }
        }
    }

    Item {
        id: shown

        anchors.left: above.left
        anchors.right: parent.right
        anchors.top: above.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom

        ReportTable {
            anchors.fill: parent
            visible: !root.screen.drawn
            name: heading.text
            screen: root.screen
        }

        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            width: Math.min(parent.width, parent.height * 16 / 9)
            height: width * 9 / 16
            visible: root.screen.drawn && drawing.status === Image.Ready
            radius: Theme.staffRadius
            color: Theme.qrGround
            border.width: Theme.staffStroke
            border.color: Theme.quietLine

            Image {
                id: drawing

                objectName: "drawing"
                anchors.fill: parent
                anchors.margins: Theme.length(12)
                source: root.screen.picture
                fillMode: Image.PreserveAspectFit
                smooth: true
                mipmap: true
                cache: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("%1 as a picture").arg(root.screen.title)
            }
        }

        Words {
            anchors.centerIn: parent
            width: parent.width
            visible: text !== ""
            text: root.screen.reading ? qsTr("Counting …") : root.screen.source !== "" && root.screen.empty && !root.screen.drawn ? qsTr("Nothing happened in these days.") : ""
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
            horizontalAlignment: Text.AlignHCenter
        }
    }

    overlay: Loader {
        anchors.fill: parent
        active: root.exporting

        sourceComponent: StaffDialog {
            id: dialog

            property string folder: root.screen.firstFolder

            title: qsTr("Export this report")
            more: qsTr("The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.")
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

            Flow {
                width: parent.width
                spacing: Theme.staffGap

                Repeater {
                    model: ["csv", "png", "svg", "pdf"]

                    StaffButton {
                        id: as_

                        required property string modelData

                        focus: as_.modelData === "csv"
                        name: as_.modelData === "csv" ? qsTr("Table (CSV)") : as_.modelData === "png" ? qsTr("Picture (PNG)") : as_.modelData === "svg" ? qsTr("Drawing (SVG)") : qsTr("All on paper (PDF)")
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
