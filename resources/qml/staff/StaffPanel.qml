import QtQuick
import "../controls"

// What stands beside a list: of the one that is chosen there. It scrolls where the window is low.
Rectangle {
    id: root

    default property alias content: column.data
    property alias footer: below.data
    property string empty: ""

    // For a page's keys: a panel may hold nothing that takes the focus.
    function page(step: int): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + step * flick.height * 0.8));
    }

    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        width: Theme.staffStroke
        height: parent.height
        color: Theme.quietLine
    }

    Words {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.staffMargin
        visible: root.empty !== ""
        text: root.empty
        color: Theme.softInk
        font.pixelSize: Theme.staffBody
        horizontalAlignment: Text.AlignHCenter
    }

    Flickable {
        id: flick

        // Whoever moves by keyboard sees where they are.
        readonly property Item focused: Window.activeFocusItem

        function reveal(item: Item): void {
            let one = item;
            while (one && one !== column)
                one = one.parent;
            if (!one || !item)
                return;
            const top = item.mapToItem(column, 0, 0).y;
            if (top < contentY)
                contentY = Math.max(0, top - Theme.staffGap);
            else if (top + item.height > contentY + height)
                contentY = Math.min(contentHeight - height, top + item.height - height + Theme.staffGap);
        }

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: below.top
        anchors.margins: Theme.staffMargin
        anchors.bottomMargin: Theme.staffGap
        visible: root.empty === ""
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        onFocusedChanged: reveal(focused)

        Column {
            id: column

            width: flick.width
            spacing: Theme.staffGap
        }
    }

    Column {
        id: below

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.staffMargin
        visible: root.empty === ""
        spacing: Theme.staffGap
    }
}
