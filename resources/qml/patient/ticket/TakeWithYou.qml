pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// The code for the phone, and what became of the paper.
Column {
    id: root

    required property TicketScreen screen
    readonly property bool failed: screen.printing === TicketScreen.Printing.FAILED

    function paper(): string {
        switch (root.screen.printing) {
        case TicketScreen.Printing.UNDER_WAY:
            return qsTr("Printing your ticket…");
        case TicketScreen.Printing.PRINTED:
            return qsTr("Please take your ticket.");
        case TicketScreen.Printing.FAILED:
            return qsTr("Your ticket could not be printed. Please photograph this screen.");
        default:
            return "";
        }
    }

    spacing: Theme.length(20)

    Item {
        width: parent.width
        height: Math.max(square.height, told.implicitHeight)
        visible: root.screen.canFollow

        Rectangle {
            id: square

            readonly property int module: Math.max(1, Math.floor((Theme.length(232)) / (root.screen.followModules + 8)))

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: root.screen.followModules > 0 ? module * (root.screen.followModules + 8) : Theme.length(232)
            height: width
            radius: Theme.length(20)
            color: Theme.qrGround

            Image {
                anchors.centerIn: parent
                width: square.module * root.screen.followModules
                height: width
                source: root.screen.follow
                smooth: false
            }
        }

        Column {
            id: told

            anchors.left: square.right
            anchors.leftMargin: Theme.length(40)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.length(4)

            Words {
                width: parent.width
                text: qsTr("Take it with you")
                color: Theme.inkOnFestive
                font.pixelSize: Theme.wide ? Theme.caption : Theme.text(40)
                font.weight: Theme.heavy
            }

            Words {
                width: parent.width
                text: qsTr("Scan to see your place in the queue on your phone.")
                color: Theme.softInkOnFestive
                font.pixelSize: Theme.wide ? Theme.caption : Theme.label
                lineHeight: Theme.tightLeading
            }
        }
    }

    Item {
        width: parent.width
        height: Theme.wide ? state.implicitHeight + (again.visible ? Theme.grid + again.implicitHeight : 0) : Math.max(again.implicitHeight, state.implicitHeight)

        Icon {
            id: printer

            anchors.left: parent.left
            anchors.verticalCenter: state.verticalCenter
            visible: state.text !== ""
            text: root.screen.printing === TicketScreen.Printing.PRINTED ? Icons.printerCheck : root.failed ? Icons.camera : Icons.printer
            font.pixelSize: Theme.smallIcon
            color: Theme.inkOnFestive
        }

        Words {
            id: state

            anchors.left: printer.right
            anchors.leftMargin: Theme.grid
            anchors.right: again.visible && !Theme.wide ? again.left : parent.right
            anchors.rightMargin: again.visible && !Theme.wide ? Theme.grid : 0
            y: Theme.wide ? 0 : (parent.height - height) / 2
            text: root.paper()
            color: Theme.inkOnFestive
            font.pixelSize: Theme.label
        }

        Quiet {
            id: again

            anchors.right: parent.right
            y: Theme.wide ? parent.height - height : (parent.height - height) / 2
            width: Theme.wide || state.text === "" ? parent.width : implicitWidth
            visible: root.failed || root.screen.again && root.screen.printing === TicketScreen.Printing.NONE
            enabled: visible
            framed: true
            glyph: Icons.printer
            name: qsTr("Print it again")
            onAct: root.screen.printAgain()
        }
    }
}
