rootProject.name = "till"
