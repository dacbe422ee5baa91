from setuptools import setup
from setuptools.command.install import install


class Announce(install):
    def run(self):
        install.run(self)


setup(
    name="shop-reports",
    version="3.1.0",
    cmdclass={"install": Announce},
)
