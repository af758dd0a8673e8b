import QtQuick
import QtQuick.Shapes
import Anteroom.Screens
import "../controls"

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

    spacing: Theme.length(32)

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

            Shape {
                x: square.module * 4
                y: x
                width: square.module * root.screen.followModules
                height: width
                scale: square.module
                transformOrigin: Item.TopLeft
                antialiasing: false
                visible: root.screen.followPath !== ""

                ShapePath {
                    fillColor: Theme.qrDark
                    strokeWidth: -1

                    PathSvg {
                        path: root.screen.followPath
                    }
                }
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
                color: Theme.onFestive
                font.pixelSize: Theme.text(40)
                font.weight: Theme.heavy
            }

            Words {
                width: parent.width
                text: qsTr("Scan to see your place in the queue on your phone.")
                color: Theme.softOnFestive
                font.pixelSize: Theme.label
            }
        }
    }

    Item {
        width: parent.width
        height: Math.max(again.implicitHeight, state.implicitHeight)

        Icon {
            id: printer

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            visible: state.text !== ""
            text: root.screen.printing === TicketScreen.Printing.PRINTED ? Icons.printerCheck : root.failed ? Icons.camera : Icons.printer
            font.pixelSize: Theme.smallIcon
            color: Theme.onFestive
        }

        Words {
            id: state

            anchors.left: printer.right
            anchors.leftMargin: Theme.grid
            anchors.right: again.visible ? again.left : parent.right
            anchors.rightMargin: again.visible ? Theme.grid : 0
            anchors.verticalCenter: parent.verticalCenter
            text: root.paper()
            color: Theme.onFestive
            font.pixelSize: Theme.label
        }

        Quiet {
            id: again

            anchors.right: parent.right
            anchors.left: root.screen.again && state.text === "" ? parent.left : undefined
            anchors.verticalCenter: parent.verticalCenter
            visible: root.failed || root.screen.again && root.screen.printing === TicketScreen.Printing.NONE
            enabled: visible
            framed: true
            glyph: Icons.printer
            name: qsTr("Print it again")
            onAct: root.screen.printAgain()
        }
    }
}
