import QtQuick

// Something that is on or off; it says which in a word, not by colour alone.
Tile {
    id: root

    leads: false
    role: Accessible.CheckBox
    checkable: true
    more: root.checked ? qsTr("On") : qsTr("Off")
    primary: root.checked
}
