import "../birthdate"

// The date of birth of somebody who waits.
BirthDate {
    problem: qsTr("We could not find your place with that. Please check it and try again.")
}
