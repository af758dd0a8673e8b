import QtQuick
import Anteroom.Screens
import "../../controls"

// The clinic's own text, and two answers of which neither costs the place in the queue.
Page {
    id: root

    required property ConsentScreen screen

    lowers: false
    title: qsTr("Do you agree?")
    lead: qsTr("Whatever you answer, you get your number.")
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    primaryName: qsTr("I agree")
    primaryGlyph: Icons.check
    onGoBack: root.screen.back()
    onGoOn: root.screen.agree()

    Rectangle {
        width: parent.width
        height: Math.min(words.implicitHeight + 2 * frame.anchors.margins, root.room - ask.height - Theme.gap)
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Flickable {
            id: frame

            anchors.fill: parent
            anchors.margins: Theme.length(Theme.wide ? 28 : 48)
            contentHeight: words.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height + 1
            clip: interactive
            activeFocusOnTab: interactive
            Accessible.name: qsTr("The clinic's text")
            Accessible.role: Accessible.Pane
            Accessible.focusable: interactive
            Keys.onUpPressed: frame.contentY = Math.max(0, frame.contentY - frame.height / 2)
            Keys.onDownPressed: frame.contentY = Math.min(frame.contentHeight - frame.height, frame.contentY + frame.height / 2)

            Words {
                id: words

                width: frame.width - Theme.length(32)
                text: root.screen.words
                textFormat: Text.PlainText
            }
        }

        Rectangle {
            visible: frame.interactive
            anchors.right: parent.right
            anchors.rightMargin: Theme.length(16)
            y: frame.y + frame.visibleArea.yPosition * frame.height
            width: Theme.length(16)
            height: frame.visibleArea.heightRatio * frame.height
            radius: width / 2
            color: Theme.line
        }

        Rectangle {
            anchors.fill: parent
            visible: frame.activeFocus && Theme.showFocus
            radius: Theme.cardRadius
            color: "transparent"
            border.width: Theme.focusStroke
            border.color: Theme.focus
        }
    }

    Quiet {
        id: ask

        width: parent.width
        framed: true
        glyph: Icons.messageCircle
        name: qsTr("I don't agree, or want to ask first")
        onAct: root.screen.askFirst()
    }
}
