// The date of birth of somebody who is not looked up by it.
BirthDate {
    problem: qsTr("There is no such day. Please check it.")
}
