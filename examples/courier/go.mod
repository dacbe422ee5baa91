module shop.example/courier

go 1.24

toolchain go1.24.1

require (
	example.com/parcels v1.3.0
	github.com/gin-gonic/gin v1.9.0
	github.com/gorilla/mux v1.8.1
	shop.example/maps v0.2.0
)

replace github.com/gorilla/mux => github.com/shop-example/mux v1.8.2

replace shop.example/maps => ../../maps
