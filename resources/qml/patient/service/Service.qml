import QtQuick
import Anteroom.Screens
import "../../controls"

// How this machine is, a test page, and the only ways out of the program.
Page {
    id: root

    required property ServiceScreen screen
    readonly property bool troubled: ["paper_out", "cover_open", "offline", "unreachable"].includes(root.screen.printer)

    function printer(): string {
        switch (root.screen.printer) {
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
        case "":
            return "…";
        default:
            return qsTr("It does not say how it is.");
        }
    }

    function contact(): string {
        switch (root.screen.contact) {
        case "online":
            return root.screen.lastContact === "" ? qsTr("Connected") : qsTr("Connected, last answer %1").arg(root.screen.lastContact);
        case "hub":
            return qsTr("Away: the hub of this place answers");
        case "offline":
            return root.screen.lastContact === "" ? qsTr("Not reached") : qsTr("Not reached, last answer %1").arg(root.screen.lastContact);
        case "":
            return "…";
        default:
            return qsTr("This machine works alone.");
        }
    }

    function tested(): string {
        if (root.screen.printing)
            return qsTr("Printing…");
        switch (root.screen.outcome) {
        case "":
            return "";
        case "printed":
            return qsTr("The test page is out.");
        case "unknown":
            return qsTr("The page was sent. The printer did not say whether it came out.");
        case "no_printer":
            return qsTr("This machine does not print.");
        default:
            return qsTr("The test page did not come out.");
        }
    }

    lowers: false
    headTop: Theme.wide ? Theme.top : Theme.topMargin
    title: root.screen.closing ? qsTr("Close the program?") : root.screen.name === "" ? qsTr("Service") : root.screen.name
    titleSize: Theme.length(Theme.wide ? 56 : 64) * Theme.textScale
    lead: root.screen.closing ? qsTr("Nobody can check in here until somebody starts it again.") : root.tested() !== "" ? root.tested() : root.screen.known ? qsTr("Version %1").arg(root.screen.version) : "…"
    backShown: root.screen.closing
    backName: qsTr("No, go on")
    primaryName: root.screen.closing ? qsTr("Yes, close") : qsTr("Back to Home")
    primaryGlyph: root.screen.closing ? Icons.logOut : Icons.house
    onGoBack: root.screen.stayOpen()
    onGoOn: root.screen.closing ? root.screen.closeProgram() : root.screen.done()

    display: Rectangle {
        width: parent.width
        height: facts.implicitHeight + 2 * Theme.length(Theme.wide ? 24 : 36)
        visible: !root.screen.closing
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.quietLine

        Column {
            id: facts

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.length(Theme.wide ? 28 : 40)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.length(Theme.wide ? 14 : 24)

            ServiceFact {
                width: parent.width
                glyph: Icons.printer
                name: qsTr("Printer")
                value: root.printer()
                ink: root.troubled ? Theme.alert : Theme.ink
            }

            ServiceFact {
                width: parent.width
                glyph: Icons.scanLine
                name: qsTr("Scanner")
                value: root.screen.reading === "" ? qsTr("Hold a code before it to try it.") : Theme.isolated(root.screen.reading)
            }

            ServiceFact {
                width: parent.width
                glyph: Icons.server
                name: qsTr("Server")
                value: root.contact()
                ink: root.screen.contact === "offline" ? Theme.warning : Theme.ink
            }

            ServiceFact {
                width: parent.width
                glyph: Icons.upload
                name: qsTr("Waits to be sent")
                value: !root.screen.known ? "…" : root.screen.pending === 0 ? qsTr("Nothing") : qsTr("%n change(s)", "", root.screen.pending)
            }
        }
    }

    BigButton {
        width: parent.width
        visible: !root.screen.closing
        enabled: !root.screen.printing && root.screen.printer !== "none"
        glyphLeads: true
        glyph: Icons.printer
        name: qsTr("Print a test page")
        onAct: root.screen.printTestPage()
    }

    BigButton {
        width: parent.width
        visible: !root.screen.closing
        glyphLeads: true
        glyph: Icons.rotateCcw
        name: qsTr("Restart")
        onAct: root.screen.restartProgram()
    }

    BigButton {
        width: parent.width
        visible: !root.screen.closing
        glyphLeads: true
        glyph: Icons.logOut
        name: qsTr("Close the program")
        onAct: root.screen.askToClose()
    }
}
