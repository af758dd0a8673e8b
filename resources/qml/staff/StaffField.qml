import QtQuick
import "../controls"

// One line to type in. What is pasted is cut to its length, and says so; line breaks become blanks, and nothing that
// would turn the line around or steer a terminal gets in.
FocusScope {
    id: root

    required property string name
    property string text: ""
    property string hint: ""
    // Half a hint is worse than none where the page says what to type.
    property bool hintStandsWhole: false
    property string glyph: ""
    property string keys: ""
    property string problem: ""
    property int most: 120
    property bool labelled: true
    property int inputHints: Qt.ImhNoPredictiveText

    signal edited(string text)
    signal accepted

    readonly property bool isFull: root.most >= 30 && input.length >= root.most

    function safe(typed: string): string {
        return typed.replace(/[\t\r\n\u2028\u2029]+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
    }

    function selectAll(): void {
        input.selectAll();
    }

    implicitWidth: Theme.length(420)
    implicitHeight: (root.labelled ? label.implicitHeight + Theme.length(6) : 0) + box.height + (wrong.visible ? wrong.implicitHeight + Theme.length(4) : 0)
    activeFocusOnTab: false

    Words {
        id: label

        visible: root.labelled
        anchors.left: parent.left
        anchors.right: parent.right
        text: root.name
        color: Theme.softInk
        font.pixelSize: Theme.staffNote
        Accessible.ignored: true
    }

    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.labelled ? label.bottom : parent.top
        anchors.topMargin: root.labelled ? Theme.length(6) : 0
        height: Theme.staffTarget
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: input.activeFocus ? Theme.staffFocus : Theme.staffStroke
        border.color: root.problem !== "" ? Theme.alert : input.activeFocus ? Theme.primary : Theme.line

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: Theme.length(18)
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            width: visible ? font.pixelSize : 0
            text: root.glyph
            font.pixelSize: Theme.staffIcon
            color: Theme.softInk
        }

        TextInput {
            id: input

            anchors.left: icon.right
            anchors.leftMargin: root.glyph === "" ? 0 : Theme.length(14)
            anchors.right: hintKeys.visible ? hintKeys.left : parent.right
            anchors.rightMargin: Theme.length(18)
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            verticalAlignment: TextInput.AlignVCenter
            focus: true
            activeFocusOnTab: true
            clip: true
            color: Theme.ink
            selectionColor: Theme.primary
            selectedTextColor: Theme.inkOnPrimary
            font.family: Theme.family
            font.pixelSize: Theme.staffBody
            horizontalAlignment: TextInput.AlignLeft
            maximumLength: root.most
            selectByMouse: true
            inputMethodHints: root.inputHints
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            Accessible.description: root.problem
            onTextEdited: {
                const safe = root.safe(text);
                if (safe !== text)
                    text = safe;
                root.edited(safe);
            }
            onAccepted: root.accepted()

            Binding on text {
                value: root.text
            }
        }

        Words {
            anchors.fill: input
            visible: input.text === "" && input.preeditText === ""
            opacity: truncated && root.hintStandsWhole ? 0 : 1
            text: root.hint
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        KeyHint {
            id: hintKeys

            anchors.right: parent.right
            anchors.rightMargin: Theme.length(14)
            anchors.verticalCenter: parent.verticalCenter
            keys: root.keys
        }

        TapHandler {
            onTapped: input.forceActiveFocus()
        }
    }

    Words {
        id: wrong

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: box.bottom
        anchors.topMargin: Theme.length(4)
        visible: text !== ""
        text: root.problem !== "" ? root.problem : root.isFull ? qsTr("No more fits in here") : ""
        color: root.problem !== "" ? Theme.alert : Theme.softInk
        font.pixelSize: Theme.staffNote
    }
}
