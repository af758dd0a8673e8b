import QtQuick
import "../controls"

// Several lines to type in, which scroll with the cursor. Tab leaves it, as everywhere.
Rectangle {
    id: root

    required property string name
    property string text: ""
    property string problem: ""
    property int most: 100000
    property real fontSize: Theme.staffBody
    // A template stands as it is written, whatever the language is.
    property bool alwaysFromLeft: false

    signal edited(string text)

    radius: Theme.staffRadius
    color: Theme.surface
    border.width: edit.activeFocus ? Theme.staffFocus : Theme.staffStroke
    border.color: root.problem !== "" ? Theme.alert : edit.activeFocus ? Theme.primary : Theme.line

    Flickable {
        id: scroll

        function reveal(line: rect): void {
            if (line.y < contentY)
                contentY = line.y;
            else if (line.y + line.height > contentY + height)
                contentY = line.y + line.height - height;
        }

        anchors.fill: parent
        anchors.margins: Theme.length(18)
        contentWidth: width
        contentHeight: edit.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        TextEdit {
            id: edit

            width: scroll.width
            height: Math.max(scroll.height, implicitHeight)
            activeFocusOnTab: true
            color: Theme.ink
            selectionColor: Theme.primary
            selectedTextColor: Theme.inkOnPrimary
            font.family: Theme.family
            font.pixelSize: root.fontSize
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            LayoutMirroring.enabled: false
            selectByMouse: true
            tabStopDistance: Theme.length(40)
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            Accessible.description: root.problem
            onTextChanged: {
                if (length > root.most)
                    remove(root.most, length);
                else
                    root.edited(text);
            }
            onCursorRectangleChanged: scroll.reveal(cursorRectangle)

            TapHandler {
                onTapped: edit.forceActiveFocus()
            }
            Keys.onTabPressed: event => {
                nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
                event.accepted = true;
            }

            Binding on horizontalAlignment {
                when: root.alwaysFromLeft
                value: TextEdit.AlignLeft
            }

            Binding on text {
                value: root.text
            }
        }
    }
}
