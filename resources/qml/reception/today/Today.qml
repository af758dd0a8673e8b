pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import "../people"

// Today's appointments by time; beside them the one that is chosen.
FocusScope {
    id: root

    required property TodayScreen screen
    property bool isPlaced: false

    // The list begins where the day stands, once, and never moves by itself again.
    function place(): void {
        if (!root.isPlaced && list.count > 0) {
            root.isPlaced = true;
            if (root.screen.nowPlace > 0)
                list.positionViewAtIndex(root.screen.nowPlace, ListView.Beginning);
        }
    }

    function toast(): string {
        switch (root.screen.toast) {
        case "waits":
            return qsTr("%1 is here, with number %2.").arg(root.screen.toastName).arg(Theme.isolated(root.screen.toastNumber));
        case "waited":
            return qsTr("%1 was here already, with number %2.").arg(root.screen.toastName).arg(Theme.isolated(root.screen.toastNumber));
        case "no_show":
            return qsTr("It is noted that %1 did not come.").arg(root.screen.toastName);
        case "cancelled":
            return qsTr("The appointment of %1 is called off.").arg(root.screen.toastName);
        case "too_early":
            return qsTr("It is too early to check %1 in.").arg(root.screen.toastName);
        case "not_yet":
            return qsTr("The time of %1 has not come yet.").arg(root.screen.toastName);
        case "moved_on":
            return qsTr("Something happened to this appointment meanwhile. This is how it stands now.");
        case "gone":
            return qsTr("This appointment can't be checked in any more.");
        case "no_numbers":
            return qsTr("There are no numbers left today.");
        case "printed":
            return qsTr("Sent to the printer, marked as a reprint.");
        case "no_printer":
            return qsTr("This machine has no printer.");
        case "not_yours":
            return qsTr("Your role does not allow that.");
        default:
            return "";
        }
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_F3) {
            search.forceActiveFocus();
            search.selectAll();
            event.accepted = true;
        } else if (event.key === Qt.Key_F6 && root.screen.isExpected) {
            root.screen.didNotCome();
            event.accepted = true;
        } else if (event.key === Qt.Key_F7 && root.screen.isExpected) {
            root.screen.askToCancel();
            event.accepted = true;
        } else if (event.key === Qt.Key_F8 && root.screen.hasSlip) {
            root.screen.printAgain("slip");
            event.accepted = true;
        } else if (event.key === Qt.Key_F10 && root.screen.hasReceipt) {
            root.screen.printAgain("receipt");
            event.accepted = true;
        } else if (event.key === Qt.Key_F5 && root.screen.isExpected) {
            root.screen.checkIn();
            event.accepted = true;
        }
    }

    Connections {
        target: root.screen

        function onListChanged(): void {
            root.place();
        }
    }

    Item {
        id: left

        anchors.left: parent.left
        anchors.right: panel.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.staffMargin

        StaffField {
            id: search

            anchors.left: parent.left
            anchors.right: expected.left
            anchors.rightMargin: Theme.staffMargin
            focus: true
            labelled: false
            name: qsTr("Find in today's list")
            hint: qsTr("Name")
            glyph: Icons.search
            keys: "F3"
            text: root.screen.query
            onEdited: text => root.screen.search(text)
            onAccepted: root.screen.chooseFirst()
            Keys.onDownPressed: list.forceActiveFocus()
        }

        Words {
            id: expected

            anchors.right: parent.right
            anchors.verticalCenter: search.verticalCenter
            text: qsTr("%n still to come", "", root.screen.expected)
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
            wrapMode: Text.NoWrap
        }

        ListView {
            id: list

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: search.bottom
            anchors.topMargin: Theme.staffGap
            anchors.bottom: parent.bottom
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            spacing: Theme.length(8)
            model: root.screen.list
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Today's appointments")

            delegate: ListRow {
                id: row

                required property string key
                required property string at
                required property string person
                required property string doctor
                required property string standing
                required property string number
                required property bool isProvisional
                readonly property bool waits: row.number !== "" && row.standing !== "completed" && row.standing !== "cancelled"

                width: list.width
                height: Math.max(Theme.staffRow, who.implicitHeight + Theme.staffGap)
                focus: true
                name: row.at + " " + row.person
                chosen: root.screen.chosen === row.key
                Accessible.description: state.text
                onAct: root.screen.choose(row.key)

                Words {
                    id: when

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.length(92)
                    text: row.at
                    font.pixelSize: Theme.staffBody
                    font.weight: Theme.heavy
                    font.features: ({
                            "tnum": 1
                        })
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }

                Column {
                    id: who

                    anchors.left: when.right
                    anchors.right: state.left
                    anchors.rightMargin: Theme.staffGap
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.length(2)

                    Words {
                        width: parent.width
                        // The longest name, of sixty letters, stands whole: in a list it is the person.
                        text: row.person
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.semibold
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        maximumLineCount: 4
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        text: row.doctor + (row.isProvisional ? " · " + qsTr("time not confirmed yet") : "")
                        color: row.chosen ? Theme.ink : Theme.softInk
                        font.pixelSize: Theme.staffNote
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }

                Words {
                    id: state

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, parent.width * 0.4)
                    text: row.waits ? qsTr("here · %1").arg(Theme.isolated(row.number)) : PastWords.state(row.standing)
                    color: row.waits ? Theme.good : row.chosen ? Theme.ink : Theme.softInk
                    font.pixelSize: Theme.staffLabel
                    font.weight: row.waits ? Theme.semibold : Theme.regular
                    horizontalAlignment: Text.AlignRight
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }

        Words {
            anchors.centerIn: parent
            width: parent.width * 0.8
            text: root.screen.failed ? qsTr("The records could not be asked. Please try again.") : root.screen.empty ? root.screen.query === "" ? qsTr("No appointments today.") : qsTr("Nobody of that name today.") : ""
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
            horizontalAlignment: Text.AlignHCenter
        }
    }

    StaffPanel {
        id: panel

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.min(Theme.length(560), Math.round(parent.width * 0.42))
        empty: root.screen.name === "" ? qsTr("Choose an appointment.") : ""

        Words {
            width: parent.width
            text: root.screen.name
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }

        Fact {
            name: qsTr("Time")
            value: root.screen.at
        }
        Fact {
            name: qsTr("Doctor")
            value: root.screen.doctor
        }
        Fact {
            name: qsTr("State")
            value: PastWords.state(root.screen.standing)
        }
        Fact {
            name: qsTr("Number")
            value: root.screen.number
            leftToRight: true
        }

        footer: [
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.isExpected
                primary: true
                name: qsTr("Check in")
                glyph: Icons.userCheck
                keys: "F5"
                onAct: root.screen.checkIn()
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.isExpected
                name: qsTr("Did not come")
                glyph: Icons.userX
                keys: "F6"
                onAct: root.screen.didNotCome()
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.isExpected
                alert: true
                name: qsTr("Call off")
                glyph: Icons.calendarX
                keys: "F7"
                onAct: root.screen.askToCancel()
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.hasSlip
                name: qsTr("Reprint the slip")
                glyph: Icons.printer
                keys: "F8"
                onAct: root.screen.printAgain("slip")
            },
            StaffButton {
                width: parent?.width ?? 0
                visible: root.screen.hasReceipt
                name: qsTr("Reprint the receipt")
                glyph: Icons.printer
                keys: "F10"
                onAct: root.screen.printAgain("receipt")
            }
        ]
    }

    Toast {
        anchors.horizontalCenter: left.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.staffMargin
        words: root.toast()
        undoName: qsTr("Close")
        undoGlyph: ""
        onUndo: root.screen.dismiss()
    }

    Loader {
        anchors.fill: parent
        active: root.screen.asking
        focus: active
        sourceComponent: StaffDialog {
            title: qsTr("Call this appointment off?")
            more: root.screen.at + " · " + root.screen.name
            yesName: qsTr("Call off")
            noName: qsTr("Keep it")
            focus: true
            onYes: root.screen.cancel()
            onNo: root.screen.keep()
        }
        onLoaded: (item as Item).forceActiveFocus()
    }
}
