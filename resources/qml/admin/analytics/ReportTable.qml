pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// A report's rows under their headings. What is wider than its room moves sideways, headings and rows together.
FocusScope {
    id: root

    required property AnalyticsSection screen
    required property string name
    readonly property bool cramped: (numbers + 0.75 * screen.textLetters) * Theme.staffLabel * 0.52 + 2 * inset > width
    readonly property real size: cramped ? Theme.staffNote : Theme.staffLabel
    readonly property real letter: size * 0.52
    readonly property real inset: Theme.length(20)
    readonly property real room: Math.max(0, width - 2 * inset) / letter
    readonly property real numbers: screen.letters - screen.textLetters
    // Names are broken into lines before anything leaves the window; where there is room, columns stand further apart.
    readonly property real cut: screen.textLetters > 0 ? Math.max(0.4, Math.min(1, (room - numbers) / screen.textLetters)) : 1
    readonly property real taken: numbers + cut * screen.textLetters
    readonly property real stretch: Math.max(1, Math.min(1.6, room / Math.max(1, taken)))
    readonly property real tableWidth: taken * stretch * letter + 2 * inset

    function columnWidth(letters: real, isText: bool): real {
        return letters * root.letter * root.stretch * (isText ? root.cut : 1);
    }

    // Sideways, by about two columns; -1 to the left.
    function move(step: int): void {
        rows.contentX = Math.max(0, Math.min(rows.contentWidth - rows.width, rows.contentX + step * Theme.length(160)));
    }

    Rectangle {
        id: card

        anchors.left: parent.left
        width: Math.min(parent.width, root.tableWidth)
        height: Math.min(parent.height, top.height + rows.contentHeight + Theme.length(8))
        visible: rows.count > 0
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: rows.activeFocus && Theme.showFocus ? Theme.staffFocus : Theme.staffStroke
        border.color: rows.activeFocus && Theme.showFocus ? Theme.focus : Theme.quietLine

        Item {
            id: top

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.staffStroke
            anchors.rightMargin: Theme.staffStroke
            height: titles.implicitHeight + 2 * Theme.length(14)
            clip: true

            Row {
                id: titles

                x: root.inset - rows.contentX
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.length(12)

                Repeater {
                    model: root.screen.headings

                    Words {
                        id: heading

                        required property int key
                        required property string words
                        required property bool isText
                        required property real letters

                        anchors.bottom: parent?.bottom
                        width: root.columnWidth(heading.letters, heading.isText)
                        // Between two columns there is always a little, also where a heading fills its own.
                        leftPadding: heading.isText === Theme.rightToLeft ? root.letter * 0.8 : 0
                        rightPadding: heading.isText === Theme.rightToLeft ? 0 : root.letter * 0.8
                        text: heading.words
                        color: Theme.softInk
                        font.pixelSize: Theme.staffNote
                        font.weight: Theme.semibold
                        lineHeight: Theme.tightLeading
                        wrapMode: Text.WordWrap
                        horizontalAlignment: heading.isText ? Text.AlignLeft : Text.AlignRight
                        Accessible.ignored: true
                    }
                }
            }

            Rectangle {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                height: Theme.staffStroke
                color: Theme.quietLine
            }
        }

        ListView {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: top.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.staffStroke
            anchors.bottomMargin: Theme.length(6)
            clip: true
            focus: true
            activeFocusOnTab: true
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            flickableDirection: Flickable.AutoFlickIfNeeded
            contentWidth: root.tableWidth
            keyNavigationEnabled: true
            highlightMoveDuration: Theme.slide
            model: root.screen.lines
            Accessible.role: Accessible.Table
            Accessible.name: root.name
            // A table is read from its first column, which stands at the right where people read from there.
            onContentWidthChanged: contentX = Theme.rightToLeft ? Math.max(0, contentWidth - width) : 0
            Keys.onLeftPressed: root.move(-1)
            Keys.onRightPressed: root.move(1)

            delegate: Rectangle {
                id: row

                required property int index
                required property var cells
                required property string spoken
                required property bool isSum

                width: root.tableWidth
                height: Math.max(Theme.length(50), line.implicitHeight + Theme.length(18))
                color: row.ListView.isCurrentItem && rows.activeFocus ? Theme.tint : row.index % 2 === 1 ? Qt.alpha(Theme.tint, 0.4) : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: row.spoken

                Row {
                    id: line

                    x: root.inset
                    anchors.verticalCenter: parent.verticalCenter

                    Repeater {
                        model: root.screen.headings

                        Words {
                            id: cell

                            required property int key
                            required property bool isText
                            required property real letters

                            width: root.columnWidth(cell.letters, cell.isText)
                            anchors.verticalCenter: parent?.verticalCenter
                            text: row.cells[cell.key] ?? ""
                            font.pixelSize: root.size
                            font.weight: row.isSum ? Theme.semibold : Theme.regular
                            font.features: ({
                                    "tnum": 1
                                })
                            horizontalAlignment: cell.isText ? Text.AlignLeft : Text.AlignRight
                            leftPadding: cell.isText && Theme.rightToLeft ? root.letter * 0.7 : 0
                            rightPadding: cell.isText && !Theme.rightToLeft ? root.letter * 0.7 : 0
                            wrapMode: Text.Wrap
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }

        // Where a column stands outside, its side says so, and leads there.
        Repeater {
            model: [-1, 1]

            Pressable {
                id: edge

                required property int modelData
                readonly property bool before: edge.modelData < 0

                // Columns stand by figures and not by sides: in Arabic too the first one is at the right of all of them.
                LayoutMirroring.enabled: false
                LayoutMirroring.childrenInherit: true
                anchors.left: edge.before ? card.left : undefined
                anchors.right: edge.before ? undefined : card.right
                anchors.top: card.top
                anchors.bottom: card.bottom
                anchors.margins: card.border.width
                width: Theme.length(88)
                visible: edge.before ? rows.contentX > root.inset : rows.contentX < rows.contentWidth - rows.width - root.inset
                activeFocusOnTab: false
                name: qsTr("More columns")
                onAct: root.move(edge.modelData)

                Rectangle {
                    anchors.fill: parent
                    gradient: Gradient {
                        orientation: Gradient.Horizontal

                        GradientStop {
                            position: edge.before ? 1 : 0
                            color: Qt.alpha(Theme.surface, 0)
                        }
                        GradientStop {
                            position: edge.before ? 0.6 : 0.4
                            color: Theme.surface
                        }
                    }
                }

                Icon {
                    anchors.right: edge.before ? undefined : parent.right
                    anchors.left: edge.before ? parent.left : undefined
                    anchors.verticalCenter: parent.verticalCenter
                    text: edge.before ? Icons.chevronLeft : Icons.chevronRight
                    font.pixelSize: Theme.staffIcon
                    color: Theme.primary
                }
            }
        }
    }
}
