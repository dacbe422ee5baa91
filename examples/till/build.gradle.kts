plugins {
    java
}

repositories {
    mavenLocal()
    mavenCentral()
    jcenter()
    maven { url = uri("http://maven.shop.example/releases") }
}

dependencies {
    implementation(libs.commons.text)
    implementation("org.yaml:snakeyaml:1.30")
    implementation("com.squareup.okhttp3:okhttp:4.+")
}
