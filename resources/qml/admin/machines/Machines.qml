pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// How this machine is, its printer and scanner tried, and the others of this place.
AdminPage {
    id: root

    required property MachinesSection screen

    function label(key: string): string {
        switch (key) {
        case "version":
            return qsTr("Version");
        case "up_since":
            return qsTr("Running since");
        case "records":
            return qsTr("Records on this machine");
        case "free":
            return qsTr("Free on the disk");
        case "memory":
            return qsTr("Memory in use");
        case "clock":
            return qsTr("Clock, against the server's");
        default:
            return key;
        }
    }

    function printerWords(): string {
        switch (root.screen.printerState) {
        case "ready":
            return qsTr("Ready");
        case "none":
            return qsTr("This machine does not print.");
        case "paper_low":
            return qsTr("Paper is near its end.");
        case "paper_out":
            return qsTr("No paper.");
        case "cover_open":
            return qsTr("The cover is open.");
        case "offline":
            return qsTr("Switched off line at the printer.");
        case "unreachable":
            return qsTr("Not reached: is it on, and plugged in?");
        case "unknown":
            return qsTr("It does not say how it is.");
        default:
            return root.screen.printerState;
        }
    }

    function printerMark(): string {
        switch (root.screen.printerState) {
        case "ready":
            return "good";
        case "paper_low":
            return "watch";
        case "none":
        case "unknown":
            return "plain";
        default:
            return "bad";
        }
    }

    function outcome(): string {
        switch (root.screen.outcome) {
        case "printed":
            return qsTr("The test page is out.");
        case "unknown":
            return qsTr("The page was sent. The printer did not say whether it came out.");
        case "no_printer":
            return qsTr("No printer is set up on this machine.");
        default:
            return "";
        }
    }

    title: root.screen.name === "" ? qsTr("This machine") : qsTr("This machine: %1").arg(root.screen.name)

    Flickable {
        id: left

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.round((parent.width - Theme.staffMargin) * 0.55)
        contentHeight: inside.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: inside

            width: left.width
            spacing: Theme.staffGap

            Rectangle {
                width: parent.width
                height: grid.implicitHeight + 2 * Theme.length(24)
                radius: Theme.staffRadius
                color: Theme.surface
                border.width: Theme.staffStroke
                border.color: Theme.quietLine

                Grid {
                    id: grid

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.length(24)
                    anchors.verticalCenter: parent.verticalCenter
                    columns: 2
                    columnSpacing: Theme.staffMargin
                    rowSpacing: Theme.length(20)

                    Repeater {
                        model: root.screen.facts

                        Fact {
                            id: fact

                            required property string key
                            required property string mark

                            width: (grid.width - grid.columnSpacing) / 2
                            label: root.label(fact.key)
                            ink: fact.mark === "bad" ? Theme.alert : fact.mark === "watch" ? Theme.warning : Theme.ink
                        }
                    }
                }
            }

            Rectangle {
                width: parent.width
                height: printer.implicitHeight + 2 * Theme.length(24)
                radius: Theme.staffRadius
                color: Theme.surface
                border.width: Theme.staffStroke
                border.color: Theme.quietLine

                Column {
                    id: printer

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.length(24)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.staffGap

                    Words {
                        width: parent.width
                        text: root.screen.printerName === "" ? qsTr("Printer") : qsTr("Printer: %1").arg(root.screen.printerName)
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.heavy
                        lineHeight: Theme.tightLeading
                    }

                    Mark {
                        width: parent.width
                        visible: root.screen.printerState !== ""
                        mark: root.printerMark()
                        words: root.printerWords()
                    }

                    Fact {
                        width: parent.width
                        label: qsTr("So since")
                        value: root.screen.printerSince
                    }

                    Said {
                        width: parent.width
                        problem: root.screen.outcome === "failed" ? qsTr("The test page did not come out.") : ""
                        told: root.outcome()
                    }

                    StaffButton {
                        focus: true
                        name: root.screen.printing ? qsTr("Printing …") : qsTr("Print a test page")
                        glyph: Icons.printer
                        enabled: !root.screen.printing && root.screen.printerState !== "none"
                        onAct: root.screen.printTestPage()
                    }
                }
            }
        }
    }

    Words {
        id: others

        anchors.left: left.right
        anchors.leftMargin: Theme.staffMargin
        anchors.right: parent.right
        anchors.top: parent.top
        text: qsTr("Machines of this place")
        font.pixelSize: Theme.staffBody
        font.weight: Theme.heavy
        lineHeight: Theme.tightLeading
        Accessible.role: Accessible.Heading
    }

    ListView {
        anchors.left: others.left
        anchors.right: parent.right
        anchors.top: others.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: tryScanner.top
        anchors.bottomMargin: Theme.staffGap
        clip: true
        spacing: Theme.length(8)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        model: root.screen.machines

        delegate: Rectangle {
            id: machine

            required property string key
            required property string name
            required property string kind
            required property bool isThis
            required property bool isRevoked
            required property string lastSeen
            required property string trouble
            required property string troubleSince

            width: ListView.view.width
            height: words.implicitHeight + 2 * Theme.length(16)
            radius: Theme.staffRadius
            color: machine.isThis ? Theme.tint : Theme.surface
            border.width: Theme.staffStroke
            border.color: Theme.quietLine

            Column {
                id: words

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.length(20)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.length(4)

                Words {
                    width: parent.width
                    text: machine.name
                    font.pixelSize: Theme.staffBody
                    font.weight: Theme.semibold
                    lineHeight: Theme.tightLeading
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }

                Words {
                    width: parent.width
                    text: machine.isRevoked ? qsTr("%1 · let in no more").arg(AdminWords.machine(machine.kind)) : machine.isThis ? qsTr("%1 · this one").arg(AdminWords.machine(machine.kind)) : machine.lastSeen !== "" ? qsTr("%1 · last heard of %2").arg(AdminWords.machine(machine.kind)).arg(machine.lastSeen) : AdminWords.machine(machine.kind)
                    color: machine.isRevoked ? Theme.alert : Theme.softInk
                    font.pixelSize: Theme.staffLabel
                    lineHeight: Theme.tightLeading
                }

                Mark {
                    width: parent.width
                    visible: machine.trouble !== "" && !machine.isRevoked
                    mark: "watch"
                    words: qsTr("%1 · since %2").arg(AdminWords.trouble(machine.trouble)).arg(machine.troubleSince)
                }
            }
        }
    }

    Rectangle {
        id: tryScanner

        anchors.left: others.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: scanner.implicitHeight + 2 * Theme.length(24)
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: Theme.staffStroke
        border.color: Theme.quietLine

        Column {
            id: scanner

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.length(24)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.staffGap

            Words {
                width: parent.width
                text: qsTr("Scanner")
                font.pixelSize: Theme.staffBody
                font.weight: Theme.heavy
                lineHeight: Theme.tightLeading
            }

            StaffField {
                width: parent.width
                name: qsTr("Press here, then scan any code: what it says should appear")
                glyph: Icons.scanLine
                text: root.screen.scanned
                onEdited: text => root.screen.scan(text)
            }
        }
    }
}
