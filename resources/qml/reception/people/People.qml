pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// Everybody of the register, found as one types; beside the list one person, or a form.
FocusScope {
    id: root

    required property PeopleScreen screen

    function toast(): string {
        switch (root.screen.toast) {
        case "waits":
            return qsTr("%1 waits with number %2.").arg(root.screen.toastName).arg(Theme.isolated(root.screen.toastNumber));
        case "waited":
            return qsTr("%1 waits already, with number %2.").arg(root.screen.toastName).arg(Theme.isolated(root.screen.toastNumber));
        case "saved":
            return qsTr("The details of %1 are saved.").arg(root.screen.toastName);
        case "gone":
            return qsTr("This person is not known any more.");
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
        if (event.key === Qt.Key_F2) {
            root.screen.startNew();
            event.accepted = true;
        } else if (event.key === Qt.Key_F3) {
            search.forceActiveFocus();
            search.selectAll();
            event.accepted = true;
        }
    }
    Keys.onEscapePressed: {
        root.screen.back();
        search.forceActiveFocus();
    }

    Connections {
        target: root.screen

        function onBesideChanged(): void {
            if (root.screen.beside === PeopleScreen.Beside.NOTHING)
                search.forceActiveFocus();
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
            anchors.right: newButton.left
            anchors.rightMargin: Theme.staffGap
            focus: true
            labelled: false
            name: qsTr("Find a person")
            hint: qsTr("Name, phone, birth date or number")
            hintStandsWhole: true
            glyph: Icons.search
            keys: "F3"
            text: root.screen.query
            onEdited: text => root.screen.search(text)
            onAccepted: root.screen.chooseFirst()
            Keys.onDownPressed: list.forceActiveFocus()
        }

        StaffButton {
            id: newButton

            anchors.right: parent.right
            height: search.height
            name: qsTr("New person")
            glyph: Icons.userPlus
            keys: "F2"
            onAct: root.screen.startNew()
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
            model: root.screen.found
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People found")

            delegate: ListRow {
                id: row

                required property string key
                required property string person
                required property string born
                required property string phone
                required property string number
                required property bool isVerified

                width: list.width
                height: Math.max(Theme.staffRow, who.implicitHeight + Theme.staffGap)
                name: row.person
                chosen: root.screen.chosen === row.key
                focus: true
                Accessible.description: row.born + " " + row.phone
                onAct: root.screen.choose(row.key)

                Column {
                    id: who

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.length(2)

                    Words {
                        width: parent.width
                        text: row.person
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.semibold
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        maximumLineCount: 3
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        text: [row.born, row.phone, row.number].filter(part => part !== "").map(part => Theme.isolated(part)).join(" · ")
                        color: row.chosen ? Theme.ink : Theme.softInk
                        font.pixelSize: Theme.staffNote
                        lineHeight: Theme.tightLeading
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        Column {
            anchors.centerIn: parent
            width: parent.width * 0.8
            spacing: Theme.staffGap
            visible: root.screen.empty

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.screen.failed ? Icons.circleAlert : Icons.usersRound
                font.pixelSize: Theme.icon
                color: Theme.softInk
            }

            Words {
                width: parent.width
                text: root.screen.failed ? qsTr("The records could not be asked. Please try again.") : root.screen.nobody ? qsTr("Nobody found. Press Enter to register them.") : root.screen.query === "" ? qsTr("Type a name: everybody the clinic knows is found here, with or without a network.") : ""
                color: Theme.softInk
                font.pixelSize: Theme.staffBody
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }

    Item {
        id: panel

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.min(Theme.length(640), Math.round(parent.width * 0.46))

        Loader {
            anchors.fill: parent
            sourceComponent: root.screen.beside === PeopleScreen.Beside.PERSON ? person : root.screen.beside === PeopleScreen.Beside.FORM ? form : root.screen.beside === PeopleScreen.Beside.ALIKE ? alike : nothing
            onLoaded: {
                if (root.screen.beside !== PeopleScreen.Beside.NOTHING)
                    (item as Item).forceActiveFocus();
            }
        }
    }

    Component {
        id: nothing

        StaffPanel {
            empty: qsTr("Choose somebody to see what is known of them.")
        }
    }

    Component {
        id: person

        PersonPanel {
            screen: root.screen
        }
    }

    Component {
        id: form

        FormPanel {
            screen: root.screen
        }
    }

    Component {
        id: alike

        AlikePanel {
            screen: root.screen
        }
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
}
