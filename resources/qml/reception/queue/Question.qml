pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// What is asked before a step is taken: to whom, how ill, or why before the others. Digits answer, Escape takes it back.
FocusScope {
    id: root

    required property QueueScreen screen
    readonly property bool wantsReason: screen.asking === QueueScreen.Asking.REASON
    readonly property bool wantsLevel: screen.asking === QueueScreen.Asking.TRIAGE
    readonly property list<string> reasons: [qsTr("Feels worse"), qsTr("In great pain"), qsTr("With a small child"), qsTr("The doctor asks for them"), qsTr("Back from the laboratory")]
    readonly property list<int> levels: [1, 2, 3, 4, 5]

    function heading(): string {
        switch (root.screen.asking) {
        case QueueScreen.Asking.REASON:
            return qsTr("Why before the others?");
        case QueueScreen.Asking.CALLER:
            return qsTr("Which doctor calls?");
        case QueueScreen.Asking.TRANSFER:
            return qsTr("To which doctor?");
        default:
            return qsTr("How urgent is it?");
        }
    }

    function answer(nth: int): void {
        if (root.wantsReason && nth < root.reasons.length)
            root.screen.because(root.reasons[nth]);
        else if (root.wantsLevel)
            root.screen.triageAs(nth + 1);
        else
            root.screen.chooseNthDoctor(nth);
    }

    width: parent?.width ?? 0
    implicitHeight: column.implicitHeight
    Keys.onEscapePressed: root.screen.dismiss()
    Keys.onPressed: event => {
        const nth = event.key - Qt.Key_1;
        if (nth >= 0 && nth < 9) {
            root.answer(nth);
            event.accepted = true;
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.length(12)

        Words {
            width: parent.width
            text: root.heading()
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.role: Accessible.Heading
        }

        Repeater {
            model: root.wantsReason ? root.reasons : []

            StaffButton {
                required property string modelData
                required property int index

                width: column.width
                focus: index === 0
                name: modelData
                keys: String(index + 1)
                onAct: root.screen.because(modelData)
            }
        }

        StaffField {
            id: field

            width: column.width
            visible: root.wantsReason
            name: qsTr("Another reason")
            most: 200
            onEdited: words => field.text = words
            onAccepted: root.screen.because(field.text)
        }

        Repeater {
            model: root.wantsLevel ? root.levels : []

            StaffButton {
                required property int modelData
                required property int index

                width: column.width
                focus: index === 0
                alert: modelData === 1
                glyph: modelData === 1 ? Icons.siren : ""
                name: modelData + "  ·  " + QueueWords.level(modelData)
                keys: String(modelData)
                onAct: root.screen.triageAs(modelData)
            }
        }

        Repeater {
            model: root.wantsReason || root.wantsLevel ? null : root.screen.doctors

            StaffButton {
                required property string key
                required property string doctor
                required property string room
                required property bool isIn
                required property int index

                width: column.width
                focus: index === 0
                name: doctor + "  ·  " + (isIn ? Theme.isolated(room) : qsTr("not in today"))
                keys: index < 9 ? String(index + 1) : ""
                onAct: root.screen.chooseDoctor(key)
            }
        }

        StaffButton {
            width: column.width
            quiet: true
            name: qsTr("Cancel")
            keys: "Esc"
            onAct: root.screen.dismiss()
        }
    }
}
